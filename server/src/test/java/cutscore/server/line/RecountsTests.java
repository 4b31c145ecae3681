package cutscore.server.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.blast.BlastKey;
import cutscore.kernel.blast.BlastKind;
import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.rule.LineRule;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.cycle.Played;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Explanations and corrections of a published line, on a session played to its end. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class RecountsTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final String HEADINGS = "change,of,subject,to\n";

    @Autowired ApplicationContext server;
    @Autowired Recounts recounts;
    @Autowired Lines lines;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;

    private PublishedLine line;

    @BeforeEach
    void aLineIsPublished() {
        Played.once(server);
        line = lines.published(SESSION).getFirst();
    }

    @Test
    void asManyAreExplainedAsPassingInThePoolAsTheStoredDossierCounts() {
        Map<String, Long> passing = new HashMap<>();
        for (String number : sample()) {
            var one = explain(number);
            passing.merge(one.key(), one.passesInThePool() ? 1L : 0L, Long::sum);
        }
        for (MeasuredKey key : line.keys()) {
            long passed =
                    key.outcome() instanceof SeparateLine separate
                            ? separate.passed()
                            : key.nationalLinePassed();
            assertThat(passing.getOrDefault(key.key(), 0L))
                    .describedAs(key.key())
                    .isEqualTo(passed);
        }
    }

    @Test
    void theSourceOfTheAreaIsTheSealedRow() {
        var inside =
                sample().stream()
                        .map(this::explain)
                        .filter(one -> one.trace().registered())
                        .findFirst()
                        .orElseThrow();
        assertThat(inside.area().rows()).isNotEmpty();
        assertThat(inside.area().rows().getFirst().circular()).isNotBlank();
        assertThat(inside.declared()).isPresent();
    }

    @Test
    void whoIsNotOnTheRosterIsNotExplained() {
        assertThat(recounts.explain(line.proposal(), "nobody", analyst())).isEmpty();
    }

    @Test
    void aCorrectionIsTriedAndNothingChanges() {
        long before = ledger.size();
        var loser =
                sample().stream()
                        .map(this::explain)
                        .filter(ExplainedExaminee::passesInThePool)
                        .filter(one -> !one.marks().meetsNational())
                        .findFirst()
                        .orElseThrow();
        var report =
                recounts.blast(
                        line.proposal(),
                        HEADINGS + "score," + loser.admissionNumber() + ",1,0\n",
                        analyst());
        assertThat(report.stillHolds()).isTrue();
        assertThat(report.moves())
                .anySatisfy(
                        move -> {
                            assertThat(move.admissionNumber()).isEqualTo(loser.admissionNumber());
                            assertThat(move.atPublished()).isEqualTo(BlastKind.LOSES);
                            assertThat(move.masked())
                                    .contains("*")
                                    .isNotEqualTo(move.admissionNumber());
                        });
        var key =
                report.keys().stream()
                        .filter(one -> one.key().equals(loser.key()))
                        .findFirst()
                        .orElseThrow();
        assertThat(key.published().nationalPassed()).isEqualTo(key.now().nationalPassed());
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(explain(loser.admissionNumber())).isEqualTo(loser);
    }

    @Test
    void takingEveryAreaOutLeavesNobodyToMeasure() {
        var areas = new StringBuilder(HEADINGS);
        Set<String> provinces = Set.of("510000");
        provinces.forEach(code -> areas.append("area,").append(code).append(",,remove\n"));
        var report = recounts.blast(line.proposal(), areas.toString(), analyst());
        assertThat(report.keys()).allSatisfy(key -> assertThat(key.now().pool()).isZero());
        assertThat(report.stillTheLine()).isFalse();
        assertThat(report.keys().stream().filter(BlastKey::stillHolds).count())
                .isEqualTo(
                        line.keys().stream()
                                .filter(key -> !(key.outcome() instanceof SeparateLine))
                                .count());
    }

    @Test
    void aBadChangeIsToldWithItsPlace() {
        assertThatThrownBy(
                        () ->
                                recounts.blast(
                                        line.proposal(),
                                        HEADINGS + "score,nobody,1,40\n",
                                        analyst()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> {
                            assertThat(e.faults().getFirst().line()).isEqualTo(2);
                            assertThat(e.faults().getFirst().column()).isEqualTo(2);
                        });
    }

    @Test
    void onlyAnalystsAskAndOnlyAfterTheirOwnBlindComputation() {
        var publisher = officer(Role.PUBLISHER);
        assertThatThrownBy(() -> recounts.explain(line.proposal(), "x", publisher))
                .isInstanceOf(AccessRefused.class);
        var proposer = analyst();
        var hidden =
                lines.propose(
                        line.state().proposal().snapshot(), LineRule.defaults(SESSION), proposer);
        assertThatThrownBy(() -> recounts.explain(hidden, "x", analyst()))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        e -> assertThat(e.why()).isEqualTo(LineRefusal.RESULT_NOT_SHOWN));
        assertThatThrownBy(() -> recounts.blast(hidden, HEADINGS + "area,510107,,add\n", analyst()))
                .isInstanceOf(LineRefused.class);
        assertThat(recounts.explain(hidden, sample().getFirst(), proposer)).isPresent();
        assertThatThrownBy(
                        () -> recounts.explain(new ProposalId(UUID.randomUUID()), "x", analyst()))
                .isInstanceOf(LineRefused.class);
    }

    private List<String> sample() {
        var numbers = new ArrayList<String>();
        rosters.examinees(SESSION, one -> numbers.add(one.admissionNumber()));
        return numbers;
    }

    private ExplainedExaminee explain(String number) {
        return recounts.explain(line.proposal(), number, analyst()).orElseThrow();
    }

    private static Officer analyst() {
        return officer(Role.ANALYST);
    }

    private static Officer officer(Role role) {
        return new Officer(UUID.randomUUID(), "某某（虚构）", Set.of(role), Optional.empty());
    }
}
