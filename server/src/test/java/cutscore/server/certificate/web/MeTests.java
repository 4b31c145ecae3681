package cutscore.server.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.Certificates;
import cutscore.server.certificate.PublishedStandards;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.integrity.DecisionLetter;
import cutscore.server.integrity.Decisions;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A small session to its end, and its examinees at their own page over HTTP. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class MeTests {
    private static final SessionId SESSION = new SessionId("2091-1");
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode DAOFU = new DivisionCode("513326");
    private static final Map<String, Visitor> SIGNED_IN = new LinkedHashMap<>();

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Declarations declarations;
    @Autowired Awards awards;
    @Autowired Certificates certificates;
    @Autowired Decisions decisions;
    @Autowired ScriptedClock clock;
    @TempDir Path folder;

    @BeforeEach
    void theSessionIsPlayedOnce() throws IOException {
        if (SIGNED_IN.isEmpty()) {
            openSession();
            declareAndReview();
            issueAndAnnul();
            var key = demo.key();
            for (String who : List.of("GOT", "OTHER", "LOW", "BAD", "NONE")) {
                var name = "me-" + who.toLowerCase(Locale.ROOT);
                demo.openExaminee(name, SESSION, who, new Words("己", "own"), key);
                var visitor = new Visitor(port);
                visitor.signIn(name, key.password());
                SIGNED_IN.put(who, visitor);
            }
        }
    }

    @Test
    void theDeskLeadsAnExamineeToTheirOwnPage() {
        var desk = as("GOT").get("/desk");
        assertThat(desk.statusCode()).isEqualTo(302);
        assertThat(desk.headers().firstValue("Location").orElse("")).endsWith("/me");
    }

    @Test
    void whoReachedTheLineSeesTheCertificateAndEverySubject() throws IOException {
        var page = page("GOT");
        assertThat(page)
                .contains("您的成绩达到单独划线合格标准，证书在四川省的单独划线地区有效")
                .contains("您的成绩 40 分")
                .contains("单独划线合格标准 40 分（达到）")
                .contains("全国合格标准 45 分（未达到）")
                .contains("四(一)")
                .contains("道孚县")
                .doesNotContain("员甲");
        var number = number(as("GOT"));
        assertThat(page).contains(number.printed());
        var paper = as("GOT").get("/me/certificate.pdf");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(paper.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(as("GOT").get("/me?lang=en").body())
                .contains("Your marks reach the separate line")
                .contains("separate line 40 (reached)");
    }

    @Test
    void whoIsBelowTheLineSeesInWhichSubject() {
        assertThat(page("LOW"))
                .contains("您的成绩没有达到单独划线合格标准")
                .contains("您的成绩 39.5 分")
                .contains("再高 0.5 分（到 40 分），即达到标准")
                .contains("单独划线合格标准 40 分（未达到）")
                .contains("单独划线合格标准 40 分（达到）");
        assertThat(as("LOW").get("/me/certificate.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void whoWasRejectedReadsTheReviewersWordsAndTheClauseButNoName() {
        assertThat(page("BAD"))
                .contains("您的申报没有通过审核")
                .contains("材料与报名信息不符")
                .contains("四(一)")
                .doesNotContain("员甲");
        assertThat(as("BAD").get("/me/certificate.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void whoWasRejectedIsDecidedAboutAndExplainedLikeEverybody() {
        var why = awards.explanation(mine("BAD").value()).orElseThrow();
        assertThat(why.canonical()).contains("\"not-approved\"").contains("DECLARATION_APPROVED");
    }

    @Test
    void anAnnulledCertificateIsSaidPlainlyWithDateAndDecision() {
        assertThat(page("OTHER"))
                .contains("您的证书已被宣布无效")
                .contains("决定〔2091〕7号")
                .contains("自始无效")
                .doesNotContain("/me/certificate.pdf");
        assertThat(as("OTHER").get("/me/certificate.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void whoMadeNoDeclarationIsToldWhatCanBeDone() {
        assertThat(page("NONE")).contains("您这次没有申报").contains("窗口期内").contains("您的成绩 41 分");
        assertThat(as("NONE").get("/me/certificate.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyReachesAnotherExamineesCertificate() {
        var number = number(as("GOT")).value();
        var path = "/me/certificate.pdf?number=" + number + "&declaration=" + mine("GOT").value();
        assertThat(as("LOW").get(path).statusCode()).isEqualTo(404);
        assertThat(page("LOW")).doesNotContain(number);
        assertThat(as("LOW").get("/me/certificate/" + number + ".pdf").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get("/me/certificate.pdf").statusCode()).isEqualTo(302);
    }

    private Visitor as(String who) {
        return Objects.requireNonNull(SIGNED_IN.get(who));
    }

    private String page(String who) {
        var answer = as(who).get("/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The one live certificate. */
    private CertificateNumber number(Visitor holder) {
        assertThat(holder.get("/me").statusCode()).isEqualTo(200);
        return certificates.live(SESSION).getFirst();
    }

    private DeclarationId mine(String who) {
        return declarations.of(SESSION, who).getFirst().id();
    }

    private void openSession() throws IOException {
        var publisher = officer(Role.PUBLISHER);
        exams.open(SESSION, LocalDate.of(2091, 5, 26), List.of("软件设计师"), publisher);
        var csv =
                "admission_number,division_code,qualification,subject_1,subject_2,standing,"
                        + "identity_type,identity_number,name\n"
                        + row("GOT", "40,41", 1)
                        + row("OTHER", "42,41", 2)
                        + row("LOW", "40,39.5", 3)
                        + row("BAD", "41,41", 4)
                        + row("NONE", "41,30", 5);
        var file = Files.writeString(folder.resolve("roster.csv"), csv);
        var roster = rosters.importFile(SESSION, file, officer(Role.ANALYST));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
        var opens = clock.instant();
        var closes = opens.plus(Duration.ofHours(1));
        exams.announceWindow(
                SESSION,
                SICHUAN,
                Round.ORDINARY,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                publisher,
                officer(Role.PUBLISHER));
    }

    private static String row(String number, String marks, int person) {
        return number
                + ",513326,软件设计师,"
                + marks
                + ",,居民身份证,99010119920202000"
                + person
                + ",虚构"
                + number
                + "\n";
    }

    private void declareAndReview() {
        var reviewer = officer(Role.REVIEWER);
        for (String who : List.of("GOT", "OTHER", "LOW", "BAD")) {
            var form =
                    DeclarationForm.of(
                            SESSION,
                            who,
                            DeclaredGround.REGISTERED,
                            DAOFU,
                            true,
                            "me-tests-key-" + who);
            assertThat(declarations.submit(form)).isInstanceOf(Submission.Accepted.class);
            var review =
                    who.equals("BAD")
                            ? new Review.Rejected("材料与报名信息不符", "四(一)")
                            : new Review.Approved("四(一)");
            declarations.review(mine(who), review, reviewer);
        }
    }

    private void issueAndAnnul() {
        var standards =
                new PublishedStandards(
                        Optional.empty(),
                        LineRule.Key.LEVEL,
                        Beijing.day(clock.instant()),
                        Map.of("中级", Optional.of(new PassingLine.EachSubject(Score.of("40")))));
        awards.determine(SESSION, List.of(standards), officer(Role.ANALYST));
        var batch =
                certificates
                        .prepare(SESSION, SICHUAN, officer(Role.REVIEWER))
                        .batch()
                        .orElseThrow();
        certificates.approve(batch, officer(Role.REVIEW_LEAD));
        certificates.issue(batch);
        var other = certificates.of(mine("OTHER").value()).orElseThrow().certificate().number();
        var letter =
                new DecisionLetter(
                        "决定〔2091〕7号",
                        other,
                        DecisionLetter.Article.ARTICLE_10,
                        DecisionLetter.Ground.FALSE_EVIDENCE,
                        Beijing.day(clock.instant()));
        decisions.confirm(
                decisions.propose(letter, officer(Role.INTEGRITY_OFFICER)),
                officer(Role.INTEGRITY_OFFICER));
    }

    private static Officer officer(Role role) {
        var province = role.isProvincial() ? Optional.of(SICHUAN) : Optional.<DivisionCode>empty();
        return new Officer(UUID.randomUUID(), "员甲", Set.of(role), province);
    }
}
