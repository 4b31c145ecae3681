package cutscore.server.declaration.declare;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.ReturnItem;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.SentEvidence;
import cutscore.server.declaration.Stage;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import cutscore.server.evidence.Taken;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.roster.Rosters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The declare pages over HTTP, as plain forms, without any script. */
@ModuleTest
class DeclareTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final AtomicInteger HALVES = new AtomicInteger();
    private static final Duration GRACE = Duration.ofMinutes(10);

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Declarations declarations;
    @Autowired EvidenceFiles files;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private SessionId session = SessionId.of(2092, 1);
    private UUID owner = new UUID(0, 0);
    private Instant closes = Instant.EPOCH;

    @BeforeEach
    void aSessionWithAnOpenWindow() throws IOException {
        int half = HALVES.getAndIncrement();
        session = SessionId.of(2092 + half / 2, 1 + half % 2);
        var publisher = officer(Role.PUBLISHER, null);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var file =
                Files.writeString(
                        folder.resolve("roster.csv"),
                        "admission_number,division_code,qualification,subject_1,subject_2,standing,"
                                + "identity_type,identity_number,name\n"
                                + row("IN", "513326", "40,41", 1)
                                + row("OUT", "510107", "40,41", 2)
                                + row("MET", "513326", "45,45", 3));
        var roster = rosters.importFile(session, file, officer(Role.ANALYST, null));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
        var opens = clock.instant();
        closes = opens.plus(Duration.ofHours(1));
        exams.announceWindow(
                session,
                SICHUAN,
                Round.ORDINARY,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                GRACE,
                Duration.ofDays(2),
                UUID.randomUUID(),
                publisher,
                officer(Role.PUBLISHER, null));
    }

    @Test
    void whoRegisteredInALineAreaDeclaresInFourPresses() {
        var who = signIn("IN");
        assertThat(who.get("/me/declare").body()).contains("开始申报").contains("正在申报");
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare/you");
        assertThat(who.get("/me/declare/you").body())
                .contains("虚构IN")
                .contains("990*************01")
                .contains("道孚县")
                .contains("40 分")
                .doesNotContain("990101199001010001");
        assertThat(post(who, "/me/declare/you", Map.of())).isEqualTo("/me/declare/evidence");
        assertThat(who.get("/me/declare/evidence").body()).contains("通知没有写明要交什么材料");
        assertThat(post(who, "/me/declare/evidence", Map.of())).isEqualTo("/me/declare/check");
        assertThat(who.get("/me/declare/check").body()).contains("报名地在单独划线地区").contains("证书会被宣布无效");
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        assertThat(only("IN").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(who.get("/me/declare").body()).contains(only("IN").receipt());
    }

    @Test
    void aSecondPressFindsTheDeclarationOfTheFirst() {
        var who = signIn("IN");
        filled(who);
        var yes = Map.of("commitment", "yes");
        assertThat(post(who, "/me/declare/submit", yes)).isEqualTo("/me/receipt");
        assertThat(post(who, "/me/declare/submit", yes)).isEqualTo("/me/receipt");
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare");
        assertThat(declarations.of(session, "IN")).hasSize(1);
    }

    @Test
    void withoutTheCommitmentNothingIsSentAndNothingTypedIsLost() {
        var who = signIn("IN");
        filled(who);
        var answer = who.post("/me/declare/submit", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("还没有作出承诺").contains("报名地在单独划线地区");
        assertThat(declarations.of(session, "IN")).isEmpty();
    }

    @Test
    void whoWorksThereSaysInWhichCountyAndForWhom() {
        var who = signIn("OUT");
        post(who, "/me/declare", Map.of());
        assertThat(post(who, "/me/declare/you", Map.of())).isEqualTo("/me/declare/ground");
        assertThat(who.post("/me/declare/ground", Map.of("ground", "REGISTERED")).statusCode())
                .isEqualTo(422);
        assertThat(post(who, "/me/declare/ground", Map.of("ground", "WORKS")))
                .isEqualTo("/me/declare/place");
        assertThat(who.get("/me/declare/place?q=%E9%81%93%E4%B9%8E").body()).contains("道孚县");
        var nothing = who.post("/me/declare/place", Map.of("place", "", "employer", ""));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("没有选县").contains("没有填工作单位");
        var chengdu = Map.of("place", "510107", "employer", "虚构单位");
        assertThat(who.post("/me/declare/place", chengdu).body()).contains("不是单独划线地区");
        assertThat(post(who, "/me/declare/place", Map.of("place", "513326", "employer", "虚构单位")))
                .isEqualTo("/me/declare/evidence");
        post(who, "/me/declare/evidence", Map.of());
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        assertThat(only("OUT").employer()).isEqualTo("虚构单位");
    }

    @Test
    void whatWasBegunInTimeMayArriveInTheGraceAndNothingElse() {
        var early = signIn("IN");
        filled(early);
        clock.moveTo(closes.plusSeconds(1));
        var late = signIn("OUT");
        post(late, "/me/declare", Map.of());
        post(late, "/me/declare/you", Map.of());
        post(late, "/me/declare/ground", Map.of("ground", "WORKS"));
        post(late, "/me/declare/place", Map.of("place", "513326", "employer", "虚构单位"));
        post(late, "/me/declare/evidence", Map.of());
        var refused = late.post("/me/declare/submit", Map.of("commitment", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("没有提交成功").contains("1001").contains("虚构单位");
        assertThat(early.get("/me/declare").body()).contains("你在截止前开始填写");
        assertThat(post(early, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
    }

    @Test
    void aReturnedDeclarationIsCorrectedFromWhatWasSent() {
        var who = signIn("IN");
        filled(who);
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        returned(only("IN"));
        assertThat(who.get("/me/declare").body()).contains("开始补正");
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare/evidence");
        post(who, "/me/declare/evidence", Map.of());
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        assertThat(only("IN").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(only("IN").steps()).hasSize(2);
    }

    @Test
    void aReturnOfItemsShowsOnlyTheseWithTheWordsBesideThem() throws IOException {
        var who = signIn("IN");
        filled(who);
        upload();
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        var asked = List.of(new ReturnItem("other", "反面没有拍，请重新拍"));
        var until = clock.instant().plus(Duration.ofDays(1));
        declarations.review(
                only("IN").id(),
                new Review.Returned("请补正一项", "二", until, asked),
                officer(Role.REVIEWER, SICHUAN));
        assertThat(who.get("/me/declare").body()).contains("只需要改这几项", "反面没有拍");
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare/evidence");
        assertThat(who.get("/me/declare").body())
                .doesNotContain("/me/declare/you", "/me/declare/ground");
        assertThat(who.get("/me/declare/evidence").body()).contains("反面没有拍，请重新拍");
        assertThat(post(who, "/me/declare/evidence", Map.of()))
                .as("what was asked for is not there yet")
                .isEqualTo("/me/declare/evidence#missing");
        upload();
        assertThat(post(who, "/me/declare/evidence", Map.of())).isEqualTo("/me/declare/check");
        assertThat(who.get("/me/declare/check").body()).contains("反面没有拍，请重新拍");
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
    }

    @Test
    void aReturnOfAFactAloneAsksForNoPaper() {
        var who = signIn("IN");
        filled(who);
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        var asked = List.of(new ReturnItem(ReturnItem.GROUND, "请改选到区内工作"));
        var until = clock.instant().plus(Duration.ofDays(1));
        declarations.review(
                only("IN").id(),
                new Review.Returned("请改", "四(二)", until, asked),
                officer(Role.REVIEWER, SICHUAN));
        post(who, "/me/declare", Map.of());
        assertThat(who.get("/me/declare").body()).contains("/me/declare/ground", "请改选到区内工作");
    }

    @Test
    void whatWasUploadedGoesWithTheDeclarationAndMoreMayFollow() throws IOException {
        var who = signIn("IN");
        filled(who);
        var first = upload();
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        var id = only("IN").id();
        assertThat(declarations.evidence(id)).extracting(SentEvidence::file).containsExactly(first);
        assertThat(files.drop(first, owner)).isFalse();
        var second = upload();
        assertThat(who.get("/me/declare/evidence").body()).contains("补交这些材料");
        assertThat(post(who, "/me/declare/evidence/following", Map.of())).isEqualTo("/me/receipt");
        assertThat(declarations.evidence(id))
                .extracting(SentEvidence::file)
                .containsExactlyInAnyOrder(first, second);
        upload();
        clock.moveTo(only("IN").evidenceUntil().orElseThrow().plusMillis(1));
        assertThat(post(who, "/me/declare/evidence/following", Map.of()))
                .isEqualTo("/me/declare/evidence");
        assertThat(declarations.evidence(id)).hasSize(2);
    }

    @Test
    void whatWasUploadedForAnotherSittingOfThePersonStaysWithThatOne() throws IOException {
        var who = signIn("IN");
        filled(who);
        var mine = upload();
        upload(new EvidenceOwner(owner, Optional.of("2023-2/other")));
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        assertThat(declarations.evidence(only("IN").id()))
                .extracting(SentEvidence::file)
                .containsExactly(mine);
    }

    private UUID upload() throws IOException {
        return upload(new EvidenceOwner(owner, Optional.of(session.value() + "/IN")));
    }

    private UUID upload(EvidenceOwner whose) throws IOException {
        var picture = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        var taken =
                files.whole(whose, "other", "1.jpg", new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(taken).isInstanceOf(Taken.Stored.class);
        return ((Taken.Stored) taken).file().id();
    }

    @Test
    void whoWithdrawsAReturnedDeclarationMayDeclareAnewAlthoughTheCorrectionWasBegun() {
        var who = signIn("IN");
        filled(who);
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        returned(only("IN"));
        post(who, "/me/declare", Map.of());
        declarations.withdraw(only("IN").id(), "IN");
        filled(who);
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        assertThat(declarations.of(session, "IN"))
                .extracting(DeclarationView::stage)
                .containsExactlyInAnyOrder(Stage.WITHDRAWN, Stage.SUBMITTED);
    }

    @Test
    void whatWasSentAlthoughItsAnswerWasLostStandsInNobodysWay() {
        var who = signIn("IN");
        filled(who);
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        sql.sql("UPDATE declaration.draft SET sent = false WHERE session = ?")
                .param(session.value())
                .update();
        assertThat(post(who, "/me/declare/submit", Map.of("commitment", "yes")))
                .isEqualTo("/me/receipt");
        returned(only("IN"));
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare/evidence");
        post(who, "/me/declare/evidence", Map.of());
        post(who, "/me/declare/submit", Map.of("commitment", "yes"));
        assertThat(only("IN").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(only("IN").steps()).hasSize(2);
    }

    private void returned(DeclarationView one) {
        var returned = new Review.Returned("请改", "二", clock.instant().plus(Duration.ofDays(1)));
        declarations.review(one.id(), returned, officer(Role.REVIEWER, SICHUAN));
    }

    @Test
    void whoMeetsTheNationalLineHasNothingToDeclare() {
        var who = signIn("MET");
        assertThat(who.get("/me/declare").body()).contains("不需要申报").doesNotContain("开始申报");
        assertThat(post(who, "/me/declare", Map.of())).isEqualTo("/me/declare");
        assertThat(who.get("/me/declare/check").statusCode()).isEqualTo(302);
    }

    private void filled(Visitor who) {
        post(who, "/me/declare", Map.of());
        post(who, "/me/declare/you", Map.of());
        post(who, "/me/declare/evidence", Map.of());
    }

    private DeclarationView only(String number) {
        var mine = declarations.of(session, number);
        assertThat(mine).hasSize(1);
        return mine.getFirst();
    }

    /** Posts and tells where it leads, without the language. */
    private static String post(Visitor who, String path, Map<String, String> fields) {
        var answer = who.post(path, fields);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(302);
        var to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(Math.max(0, to.indexOf("/me")));
    }

    private Visitor signIn(String number) {
        var key = demo.key();
        var name = "declare-" + session.value() + "-" + number.toLowerCase(java.util.Locale.ROOT);
        var account = demo.openExaminee(name, session, number, new Words("己", "own"), key);
        owner = account.id();
        var visitor = new Visitor(port);
        visitor.signIn(name, key.password());
        return visitor;
    }

    private static String row(String number, String division, String marks, int person) {
        return "%s,%s,软件设计师,%s,,居民身份证,99010119900101000%d,虚构%s\n"
                .formatted(number, division, marks, person, number);
    }

    private static Officer officer(Role role, @Nullable DivisionCode province) {
        return new Officer(UUID.randomUUID(), "员", Set.of(role), Optional.ofNullable(province));
    }
}
