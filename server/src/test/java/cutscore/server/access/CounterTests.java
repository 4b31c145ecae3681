package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.OpenSession;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.ReviewOutcome;
import cutscore.server.declaration.Stage;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An officer fills in the form for somebody who stands at the counter. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class CounterTests {
    private static final List<String> SESSIONS = List.of("2039-1", "2039-2", "2061-1", "2024-2");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Pattern FILE = Pattern.compile("href=\"([^\"]+/files/[^\"]+)\"");
    private static final String COUNTER = "/province/counter";

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private OpenSession session;
    private Visitor reviewer;

    @BeforeEach
    void aWindowIsOpen() throws IOException {
        session =
                OpenSession.of(SESSIONS.get(NEXT.getAndIncrement()), exams, rosters, clock, folder);
        reviewer = Cast.of(demo).freshlySignedIn(Role.REVIEWER, port);
        sql.sql("DELETE FROM declaration.counter_miss").update();
        clock.moveTo(session.opens());
    }

    @Test
    void whoIsHelpedAtTheCounterGetsAReceiptWithBothNames() throws IOException {
        var page = begin("IN", "990101199001010001", "虚构IN");
        assertThat(reviewer.get(page).body())
                .contains("虚构IN", "道孚县", "本人签字的承诺书")
                .doesNotContain("990101199001010001");
        var early = reviewer.post(page, Map.of("ground", "REGISTERED", "act", "send"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("还没有扫描：本人签字的承诺书", "还没有确认本人已在承诺书上签字");
        assertThat(declarations.of(session.id(), "IN")).isEmpty();

        scan(page, "signed-commitment");
        var twoPages =
                reviewer.upload(
                        page,
                        Map.of("ground", "REGISTERED"),
                        "file-signed-commitment",
                        "2.pdf",
                        Paper.ofPages(2));
        assertThat(twoPages.statusCode()).isEqualTo(302);
        var yes = Map.of("ground", "REGISTERED", "act", "send", "signed", "yes");
        assertThat(reviewer.post(page, yes).statusCode()).isEqualTo(302);
        assertThat(reviewer.post(page, yes).statusCode()).isEqualTo(302);
        var sent = only("IN");
        assertThat(sent.typedByOfficer()).isTrue();
        assertThat(declarations.evidence(sent.id())).hasSize(2);
        assertThat(reviewer.get(page).body())
                .contains(sent.receipt(), "打印回执")
                .doesNotContain("虚构IN");

        var paper = "/province/declarations/" + sent.id() + "/receipt.pdf";
        assertThat(text(reviewer.bytes(paper))).contains(sent.receipt(), "虚构IN", "审核员甲");
        var other = Cast.of(demo).freshlySignedIn(Role.REVIEW_LEAD, port);
        assertThat(other.get(paper).statusCode()).isEqualTo(404);
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        whoOpensTheSecondPageAloneLeavesALook(sent, other);
        whoTypedItDoesNotReviewIt(sent);
    }

    private void whoOpensTheSecondPageAloneLeavesALook(DeclarationView sent, Visitor lead) {
        long before = looks("IN", LookUp.What.EVIDENCE);
        for (var one : declarations.evidence(sent.id())) {
            var file = "/province/declarations/" + sent.id() + "/evidence/" + one.file();
            lead.get(file + "/pages/2");
        }
        assertThat(looks("IN", LookUp.What.EVIDENCE)).as("once").isEqualTo(before + 1);
        clock.advance(Duration.ofMinutes(11));
        var again = Cast.of(demo).freshlySignedIn(Role.REVIEW_LEAD, port);
        var last = declarations.evidence(sent.id()).getLast().file();
        again.get("/province/declarations/" + sent.id() + "/evidence/" + last + "/pages/2");
        assertThat(looks("IN", LookUp.What.EVIDENCE)).as("later again").isEqualTo(before + 2);
    }

    private long looks(String number, LookUp.What what) {
        return sql.sql(
                        """
                        SELECT count(*) FROM access.look_up
                         WHERE session = ? AND admission_number = ? AND what = ?
                        """)
                .params(session.id().value(), number, what.name())
                .query(Long.class)
                .single();
    }

    @Test
    void aCaseClosesAfterFourHoursAndUntilThenEveryLookIsNoted() throws IOException {
        var page = begin("OUT", "990101199001010002", "虚构OUT");
        assertThat(reviewer.get(page).body()).contains("虚构OUT");
        assertThat(looks("OUT", LookUp.What.DECLARATION)).as("the beginning").isEqualTo(1);
        clock.advance(Duration.ofMinutes(11));
        scan(page, "signed-commitment");
        assertThat(looks("OUT", LookUp.What.DECLARATION)).as("eleven minutes on").isEqualTo(2);
        var link = FILE.matcher(reviewer.get(page).body());
        assertThat(link.find()).isTrue();
        assertThat(reviewer.bytes(link.group(1))).isNotEmpty();
        assertThat(looks("OUT", LookUp.What.EVIDENCE)).isEqualTo(1);

        clock.advance(Duration.ofHours(4));
        var later = Cast.of(demo).freshlySignedIn(Role.REVIEWER, port);
        assertThat(later.get(page).body()).contains("重新核对证件").doesNotContain("虚构OUT");
        assertThat(later.get(link.group(1)).statusCode()).isEqualTo(404);
        var late = later.post(page, Map.of("ground", "WORKS", "employer", "后改的单位"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(
                        sql.sql(
                                        "SELECT answers::text FROM declaration.draft"
                                                + " WHERE session = ? AND admission_number = 'OUT'")
                                .param(session.id().value())
                                .query(String.class)
                                .single())
                .contains("先填的单位");
    }

    private void whoTypedItDoesNotReviewIt(DeclarationView sent) {
        var refused =
                reviewer.post(
                        "/province/declarations/" + sent.id(),
                        Map.of("verdict", "approve", "clause", "四(一)"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(ReviewOutcome.Why.OWN_WORK.words().zh());
        assertThat(only("IN").stage()).isEqualTo(Stage.SUBMITTED);
        mendedByThePerson(sent);
        assertThat(
                        reviewer.post(
                                        "/province/declarations/" + sent.id(),
                                        Map.of("verdict", "approve", "clause", "四(一)"))
                                .body())
                .contains(ReviewOutcome.Why.OWN_WORK.words().zh());
    }

    private void mendedByThePerson(DeclarationView sent) {
        var until = clock.instant().plus(Duration.ofDays(1));
        declarations.review(
                sent.id(), new Review.Returned("请改", "二", until), OpenSession.reviewer());
        declarations.resubmit(sent.id(), session.registered("IN", "counter-mended-" + sent.id()));
        assertThat(only("IN").typedByOfficer()).isFalse();
    }

    @Test
    void whatDoesNotFitTheRosterGetsOneAnswerAndIsStoppedAfterTen() {
        for (int i = 0; i < 10; i++) {
            var answer = find(i % 2 == 0 ? "NOBODY" : "IN", "990101199001010009", "虚构IN");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("与名册对不上");
        }
        var right = find("IN", "990101199001010001", "虚构IN");
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.body()).contains("次数太多");
    }

    @Test
    void aCountyOfAnotherProvinceIsNotTakenHere() throws IOException {
        var page = begin("OUT", "990101199001010002", "虚构OUT");
        scan(page, "signed-commitment");
        var elsewhere =
                reviewer.post(
                        page,
                        Map.of(
                                "ground",
                                "WORKS",
                                "place",
                                "632701",
                                "employer",
                                "虚构单位",
                                "act",
                                "send",
                                "signed",
                                "yes"));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("不在本省", "虚构单位");
        var here =
                Map.of(
                        "ground",
                        "WORKS",
                        "place",
                        "513326",
                        "employer",
                        "虚构单位",
                        "act",
                        "send",
                        "signed",
                        "yes");
        assertThat(reviewer.post(page, here).statusCode()).isEqualTo(302);
        assertThat(only("OUT").employer()).isEqualTo("虚构单位");
    }

    private String begin(String number, String identity, String name) {
        var answer = find(number, identity, name);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(to.indexOf(COUNTER));
    }

    private HttpResponse<String> find(String number, String identity, String name) {
        return reviewer.post(
                COUNTER,
                Map.of(
                        "session",
                        session.id().value(),
                        "admissionNumber",
                        number,
                        "identity",
                        identity,
                        "name",
                        name));
    }

    private void scan(String page, String item) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        var answer =
                reviewer.upload(
                        page,
                        Map.of("ground", "WORKS", "employer", "先填的单位"),
                        "file-" + item,
                        "1.jpg",
                        picture.toByteArray());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(reviewer.get(page).body()).contains("已保存", "先填的单位", "1.jpg");
    }

    private DeclarationView only(String number) {
        var all = declarations.of(session.id(), number);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
