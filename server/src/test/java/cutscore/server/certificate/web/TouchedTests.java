package cutscore.server.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.explain.ExplainedOutcome;
import cutscore.kernel.explain.Obstacle;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.certificate.AwardOutcome;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.certificate.Certificates;
import cutscore.server.certificate.TouchedCertificate;
import cutscore.server.certificate.TouchedCertificates;
import cutscore.server.cycle.Played;
import cutscore.server.cycle.Replayed;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.SentDeclaration;
import cutscore.server.declaration.Stage;
import cutscore.server.line.Lines;
import cutscore.server.line.PublishedLine;
import cutscore.server.line.Recounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Awards beside the line's explanations, and which certificates a correction would touch. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class TouchedTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final String HEADINGS = "change,of,subject,to\n";

    @LocalServerPort int port;
    @Autowired ApplicationContext server;
    @Autowired Recounts recounts;
    @Autowired TouchedCertificates touched;
    @Autowired Lines lines;
    @Autowired Awards awards;
    @Autowired Certificates certificates;
    @Autowired Declarations declarations;

    private Replayed played;
    private PublishedLine line;

    @BeforeEach
    void aSessionIsPlayed() {
        played = Played.once(server);
        line = lines.published(SESSION).getFirst();
    }

    @Test
    void everyAwardAgreesWithTheLinesExplanation() {
        Map<AwardOutcome, Integer> seen = new EnumMap<>(AwardOutcome.class);
        for (SentDeclaration sent : sent()) {
            var award = awards.explanation(sent.id().value());
            if (award.isEmpty() || sent.stage() != Stage.APPROVED) {
                continue;
            }
            var explained = explain(sent.admissionNumber());
            var outcome = outcome(award.get().text("outcome"));
            seen.merge(outcome, 1, Integer::sum);
            switch (outcome) {
                case AWARDED -> assertThat(explained.mayClaim()).isTrue();
                case NATIONAL_CERTIFICATE ->
                        assertThat(explained.outcome())
                                .isEqualTo(ExplainedOutcome.IN_BY_NATIONAL_LINE);
                case SESSION_VOIDED ->
                        assertThat(explained.obstacles()).containsExactly(Obstacle.SESSION_VOIDED);
                case NATIONAL_LINE_STANDS ->
                        assertThat(explained.obstacles())
                                .containsExactly(Obstacle.NATIONAL_LINE_STANDS);
                case BELOW_LINE ->
                        assertThat(explained.obstacles()).containsExactly(Obstacle.BELOW_THE_LINE);
                case NOT_APPROVED -> throw new AssertionError("approved, and not");
            }
            assertThat(distances(award.get().array("subjects")))
                    .isEqualTo(
                            distances(
                                    explained.marks().subjects().stream()
                                            .<Json>map(subject -> subject.toJson())
                                            .toList()));
        }
        assertThat(seen.keySet()).contains(AwardOutcome.AWARDED, AwardOutcome.BELOW_LINE);
    }

    @Test
    void aCorrectionThatTakesSomebodyBelowTheLineTouchesTheirCertificate() {
        var holder = holder();
        var answer =
                touched.by(
                                line.proposal(),
                                HEADINGS + "score," + holder.admissionNumber() + ",1,10\n",
                                analyst())
                        .orElseThrow();
        assertThat(answer.touched())
                .anySatisfy(
                        one -> {
                            assertThat(one.admissionNumber()).isEqualTo(holder.admissionNumber());
                            assertThat(one.atThePublishedLine()).isTrue();
                            assertThat(one.withTheLineNow()).isTrue();
                        });
        assertThat(answer.touched().stream().filter(one -> one.atThePublishedLine())).hasSize(1);
        assertThat(certificates.of(holder.id().value()).map(CertificateOnRecord::state))
                .contains(CertificateOnRecord.State.ISSUED);
    }

    @Test
    void aDeclarationWithdrawnTouchesOnlyItsOwnCertificate() {
        var holder = holder();
        var answer =
                touched.by(
                                line.proposal(),
                                HEADINGS + "declared," + holder.admissionNumber() + ",,remove\n",
                                analyst())
                        .orElseThrow();
        assertThat(answer.report().stillTheLine()).isTrue();
        assertThat(answer.touched())
                .singleElement()
                .satisfies(one -> assertThat(one.withTheLineNow()).isTrue());
    }

    @Test
    void aCountyTakenOutTouchesTheCertificatesThatRestOnIt() {
        Map<String, DivisionCode> places = new HashMap<>();
        declarations.approved(SESSION, one -> places.put(one.admissionNumber(), one.place()));
        var place = places.get(holder().admissionNumber());
        var answer =
                touched.by(line.proposal(), HEADINGS + "area," + place + ",,remove\n", analyst())
                        .orElseThrow();
        assertThat(answer.touched().stream().filter(TouchedCertificate::byPlace))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(places.get(one.admissionNumber())).isEqualTo(place));
        assertThat(answer.touched())
                .extracting(TouchedCertificate::admissionNumber)
                .contains(holder().admissionNumber());
    }

    @Test
    void theCertificatesAreShownFromThePageOfChangesOnAndNobodyIsNamed() {
        var holder = holder();
        var analyst = analystAtTheDesk();
        String proposal = line.proposal().toString();
        String rows = HEADINGS + "declared," + holder.admissionNumber() + ",,remove\n";

        var changes = analyst.post("/national/" + proposal + "/changes", Map.of("changes", rows));
        assertThat(changes.statusCode()).isEqualTo(200);
        assertThat(changes.body())
                .contains("改动后线不变")
                .contains("不能再领证")
                .contains("action=\"/certificates/touched\"")
                .contains("class=\"mono\">" + masked(holder.admissionNumber()) + "<");
        var answer =
                analyst.post(
                        "/certificates/touched", Map.of("proposal", proposal, "changes", rows));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("1 张证书会失去依据")
                .contains("***")
                .contains(
                        certificates
                                .of(holder.id().value())
                                .orElseThrow()
                                .certificate()
                                .number()
                                .printed());
        assertThat(
                        analyst.post(
                                        "/certificates/touched",
                                        Map.of("proposal", proposal, "changes", "wish\n"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        analyst.post(
                                        "/certificates/touched",
                                        Map.of("proposal", "none", "changes", rows))
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneTypedChangeIsTheSameAsAListOfOne() {
        var analyst = analystAtTheDesk();
        var page = "/national/" + line.proposal() + "/changes";
        var typed =
                analyst.post(
                        page,
                        Map.of(
                                "change", "declared",
                                "of", holder().admissionNumber(),
                                "subject", "",
                                "to", "remove"));
        assertThat(typed.statusCode()).isEqualTo(200);
        assertThat(typed.body()).contains("不能再领证");
        var wrong = analyst.post(page, Map.of("change", "area", "of", "999999", "to", "add"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("第 2 行第 2 栏").contains("value=\"999999\"");
        assertThat(analyst.post(page, Map.of()).body()).contains("没有写任何改动");
    }

    @Test
    void anExaminerReadsWhyByPostAndNotByAddress() {
        var analyst = analystAtTheDesk();
        var page = "/national/" + line.proposal() + "/explain";
        assertThat(analyst.get(page).body()).contains("name=\"number\"");
        var holder = holder();
        var answer = analyst.post(page, Map.of("number", holder.admissionNumber()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("在内：达到")
                .contains(holder.admissionNumber())
                .contains("有审核通过的申报");
        assertThat(analyst.post(page, Map.of("number", "nobody")).statusCode()).isEqualTo(422);
        assertThat(analyst.post(page, Map.of()).statusCode()).isEqualTo(422);
        assertThat(analyst.get(page + "?number=" + holder.admissionNumber()).body())
                .doesNotContain("在内：达到");
    }

    private static List<Optional<String>> distances(List<Json> subjects) {
        return subjects.stream().map(one -> ((Json.Obj) one).textIfAny("toLine")).toList();
    }

    private Visitor analystAtTheDesk() {
        var account =
                played.signIns().stream()
                        .filter(s -> s.name().equals("analyst"))
                        .findFirst()
                        .orElseThrow();
        var visitor = new Visitor(port);
        visitor.signIn(account.name(), account.password());
        return visitor;
    }

    private static String masked(String number) {
        int end = number.length() - 3;
        return number.substring(0, 2) + "*".repeat(end - 2) + number.substring(end);
    }

    /** Somebody with a certificate that lives, below the national line. */
    private SentDeclaration holder() {
        return sent().stream()
                .filter(
                        d ->
                                certificates
                                        .of(d.id().value())
                                        .filter(c -> c.state() == CertificateOnRecord.State.ISSUED)
                                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<SentDeclaration> sent() {
        var out = new ArrayList<SentDeclaration>();
        declarations.sent(SESSION, out::add);
        return out;
    }

    private ExplainedExaminee explain(String number) {
        return recounts.explain(line.proposal(), number, analyst()).orElseThrow();
    }

    private static AwardOutcome outcome(String word) {
        for (AwardOutcome outcome : AwardOutcome.values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new AssertionError(word);
    }

    private static Officer analyst() {
        return new Officer(UUID.randomUUID(), "某某（虚构）", Set.of(Role.ANALYST), Optional.empty());
    }
}
