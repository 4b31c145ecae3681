package cutscore.server.area;

import static cutscore.server.area.AreasTests.code;
import static cutscore.server.area.AreasTests.publisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.area.AreaAnswer.In;
import cutscore.server.area.AreaAnswer.NotKnown;
import cutscore.server.area.AreaAnswer.Out;
import cutscore.server.area.AreaHit.Match;
import cutscore.server.database.ScriptedClock;
import cutscore.server.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A circular on its way to force. */
@ModuleTest
class CircularsTests {
    private static final LocalDate EXAM = LocalDate.of(2023, 5, 27);
    private static final Set<DivisionCode> NO_DOUBTS = Set.of();

    @Autowired Areas areas;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;

    @Test
    void theSichuanCircularGetsForceByTwoPeopleWhoAcceptItsSpellingDoubt() throws IOException {
        var id = areas.enter(sichuan(), lead("510000"));
        assertThat(areas.listed(id)).isEmpty();
        assertThatThrownBy(() -> areas.confirm(id, NO_DOUBTS, lead("510000")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("513326");
        var first = lead("510000");
        areas.confirm(id, Set.of(code("513326")), first);
        assertThatThrownBy(() -> areas.agree(id, first)).isInstanceOf(SamePerson.class);
        long acts = ledger.size();
        areas.agree(id, publisher());
        assertThat(ledger.size()).isEqualTo(acts + 1);
        assertThat(areas.listed(id)).hasSize(51);
        assertThat(areas.inForce(code("510000"), EXAM)).isEqualTo(areas.listed(id));
        assertThat(areas.ask(code("513326"), EXAM))
                .isInstanceOfSatisfying(
                        In.class,
                        in ->
                                assertThat(in.grounds())
                                        .anyMatch(
                                                d ->
                                                        d.document()
                                                                .circular()
                                                                .equals(Optional.of(id))));
        assertThat(areas.search("道乎县").getFirst().how()).isEqualTo(Match.ALIAS);
        assertThatThrownBy(() -> areas.enter(sichuan(), publisher()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void whereOfficialTextsDisagreeTheAnswerIsNotKnown() {
        var until = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        inForce(invented("陕西省", "镇安县", "2031年上半年"));
        var later = LocalDate.of(2031, 5, 25);
        assertThat(areas.inForce(code("610000"), later)).containsExactly(code("611025"));
        assertThat(areas.ask(code("611025"), later)).isInstanceOf(In.class);
        assertThat(areas.ask(code("610102"), later)).isInstanceOf(Out.class);
        assertThat(areas.ask(code("611026"), later)).isInstanceOf(NotKnown.class);
        assertThat(areas.ask(code("611026"), later, until)).isInstanceOf(In.class);
        assertThat(areas.ask(code("611026"), EXAM)).isInstanceOf(In.class);
    }

    @Test
    void aCircularOfTheProvinceFillsTheGapOfTheNationalList() {
        inForce(invented("宁夏回族自治区", "西吉县", "2032年上半年"));
        var later = LocalDate.of(2032, 5, 25);
        assertThat(areas.ask(code("640422"), later)).isInstanceOf(In.class);
        assertThat(areas.ask(code("640104"), later)).isInstanceOf(Out.class);
        assertThat(areas.ask(code("640104"), EXAM)).isInstanceOf(NotKnown.class);
    }

    @Test
    void aLeadActsForHisProvinceOnly() {
        assertThatThrownBy(() -> areas.enter(invented("贵州省", "紫云县", "2033年上半年"), lead("510000")))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aCircularIsNotAgreedToBeforeItIsConfirmed() {
        var id = areas.enter(invented("贵州省", "紫云县", "2034年上半年"), publisher());
        assertThatThrownBy(() -> areas.agree(id, publisher())).isInstanceOf(Unreadable.class);
        assertThat(areas.circular(id).orElseThrow().isInForce()).isFalse();
    }

    private CircularId inForce(String text) {
        var id = areas.enter(text, publisher());
        areas.confirm(id, NO_DOUBTS, publisher());
        areas.agree(id, publisher());
        return id;
    }

    /** A notice in the manner of the real ones; invented. */
    private static String invented(String province, String county, String session) {
        return province
                + "人事考试中心\n关于"
                + session
                + "计算机技术与软件专业技术资格（水平）考试"
                + province
                + "单独划线职业资格证书申领有关事项的通知\n一、"
                + province
                + "单独划线地区\n国家乡村振兴重点帮扶县："
                + county
                + "。\n二、申报人员范围及流程要求\n"
                + session
                + "符合单独划线地区的参考人员，或不符合单独划线地区、到单独划线地区工作的参考人员，"
                + "登录网站进行申报。\n"
                + province
                + "人事考试中心\n"
                + session.substring(0, 4)
                + "年8月22日\n";
    }

    private static String sichuan() throws IOException {
        return Files.readString(Path.of("../examples/circulars/sichuan-2023H1.txt"));
    }

    private static Officer lead(String province) {
        return new Officer(
                UUID.randomUUID(), "审核负责人", Set.of(Role.REVIEW_LEAD), Optional.of(code(province)));
    }
}
