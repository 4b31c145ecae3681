package cutscore.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Period;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Designation;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.guide.Advice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Four answers, one sentence (人社厅发〔2022〕25号 and the provinces' circulars). */
@ModuleTest
class SelfCheckTests {
    private static final SessionId SESSION = new SessionId("2024-1");
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode SHAANXI = new DivisionCode("610000");
    private static final Instant OPEN = Beijing.at(2044, 6, 2, 12, 0).toInstant();
    private static final Place CHENGDU = out("510107", "四川省成都市武侯区");

    @Autowired SelfCheck check;
    @Autowired Exams exams;

    @BeforeEach
    void openTheExam() {
        exams.open(SESSION, LocalDate.of(2024, 5, 25), List.of("软件设计师"), publisher());
        if (exams.windows(SESSION).isEmpty()) {
            announce(SICHUAN, Round.ORDINARY);
            announce(SHAANXI, Round.AT_REGISTRATION);
        }
    }

    @Test
    void whoDidNotSitIsOutAndWhoReachedTheNationalLineNeedNot() {
        var in = in("513326", "四川省甘孜藏族自治州道孚县");
        var absent = check.advise(SESSION, false, in, none(), nowhere(), met(false), OPEN);
        assertThat(absent.kind()).isEqualTo(Kind.OUT);
        var passed = check.advise(SESSION, true, in, none(), nowhere(), met(true), OPEN);
        assertThat(passed.kind()).isEqualTo(Kind.NEED_NOT);
        assertThat(passed.sentence().zh()).startsWith("不用申报");
    }

    @Test
    void whoRegisteredInALineAreaMayDeclareWhileTheWindowIsOpen() {
        var advice = ask(in("513326", "道孚县"), none(), nowhere(), OPEN);
        assertThat(advice.kind()).isEqualTo(Kind.MAY);
        assertThat(advice.sentence().zh()).startsWith("可以申报，还剩");
        assertThat(advice.reasons()).allMatch(reason -> !reason.source().isEmpty());
    }

    @Test
    void whoWorksInShaanxiNeedsTheTwoPapersItsCircularAsksFor() {
        var advice =
                ask(
                        CHENGDU,
                        Optional.of(DeclaredGround.WORKS),
                        Optional.of(in("610925", "陕西省安康市岚皋县")),
                        OPEN);
        assertThat(advice.kind()).isEqualTo(Kind.PAPERS_WANTED);
        assertThat(advice.sentence().zh()).startsWith("差 2 样材料");
        assertThat(advice.window().orElseThrow().province()).isEqualTo(SHAANXI);
    }

    @Test
    void whoHasNothingToDoWithALineAreaIsOut() {
        var advice = ask(CHENGDU, none(), nowhere(), OPEN);
        assertThat(advice.kind()).isEqualTo(Kind.OUT);
        assertThat(advice.sentence().zh()).startsWith("不在范围");
    }

    @Test
    void whatOurListsDoNotSayIsNotAnsweredNo() {
        var unknown =
                new Place(
                        new DivisionCode("530628"),
                        "云南省昭通市彝良县",
                        new AreaAnswer.NotKnown(
                                new DivisionCode("530628"),
                                "彝良县",
                                new Words("名单不全", "incomplete")));
        assertThat(ask(unknown, none(), nowhere(), OPEN).kind()).isEqualTo(Kind.NOT_SURE);
    }

    @Test
    void householdCountsOnlyWhereTheCircularNamesIt() {
        var lives = Optional.of(DeclaredGround.HOUSEHOLD);
        var sichuan = ask(CHENGDU, lives, Optional.of(in("513326", "道孚县")), OPEN);
        assertThat(sichuan.kind()).isEqualTo(Kind.NOT_SURE);
        var shaanxi = ask(CHENGDU, lives, Optional.of(in("610925", "岚皋县")), OPEN);
        assertThat(shaanxi.kind()).isEqualTo(Kind.PAPERS_WANTED);
        assertThat(shaanxi.sentence().zh()).startsWith("差一样材料");
    }

    @Test
    void beforeAndAfterTheWindowTheSentenceSaysSo() {
        var in = in("513326", "道孚县");
        var before = Beijing.at(2044, 5, 30, 12, 0).toInstant();
        assertThat(ask(in, none(), nowhere(), before).sentence().zh()).contains("开始");
        var after = Beijing.at(2044, 7, 1, 12, 0).toInstant();
        assertThat(ask(in, none(), nowhere(), after).kind()).isEqualTo(Kind.NOT_SURE);
        var gansu = in("622921", "甘肃省临夏回族自治州临夏县");
        assertThat(ask(gansu, none(), nowhere(), OPEN).sentence().zh()).contains("还没有公布");
    }

    private Advice ask(
            Place registered, Optional<DeclaredGround> tie, Optional<Place> where, Instant now) {
        return check.advise(SESSION, true, registered, tie, where, met(false), now);
    }

    private void announce(DivisionCode province, Round round) {
        exams.announceWindow(
                SESSION,
                province,
                round,
                new Window(Beijing.at(2044, 6, 1, 9, 0), Beijing.at(2044, 6, 9, 17, 0)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                publisher(),
                publisher());
    }

    private static Place in(String code, String name) {
        var division = new DivisionCode(code);
        var document =
                new Designation.Document(
                        "通知", "四川省人事考试中心", List.of(), Optional.empty(), Optional.empty());
        return new Place(
                division,
                name,
                new AreaAnswer.In(
                        division,
                        name,
                        List.of(
                                new Designation(
                                        new Words("涉藏州县", "Tibetan-related county"),
                                        document,
                                        "",
                                        Period.ALWAYS,
                                        "official")),
                        LocalDate.of(2023, 1, 1)));
    }

    private static Place out(String code, String name) {
        var division = new DivisionCode(code);
        return new Place(division, name, new AreaAnswer.Out(division, name));
    }

    private static Optional<DeclaredGround> none() {
        return Optional.empty();
    }

    private static Optional<Place> nowhere() {
        return Optional.empty();
    }

    private static Optional<Boolean> met(boolean met) {
        return Optional.of(met);
    }

    private static Officer publisher() {
        return new Officer(UUID.randomUUID(), "公布员", Set.of(Role.PUBLISHER), Optional.empty());
    }
}
