package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;
import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.declaration.eligibility.Weight;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class BenchTests {
    /** In a room of their own: sessions of lines take the second halves of years elsewhere. */
    private static final int FIRST_YEAR = 2067;

    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Decision APPROVE = Decision.of(new Review.Approved("四(一)"));

    @Autowired Declarations declarations;
    @Autowired Bench bench;
    @Autowired Reasons reasons;
    @Autowired SecondLooks looks;
    @Autowired TraceTable traces;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private final Officer reviewer = reviewer();
    private final Officer colleague = reviewer();
    private final Officer lead = officer(Role.REVIEW_LEAD, SICHUAN);

    @Test
    void aDecisionCanBeTakenBackBeforeItIsAnActAndLeavesNothing() throws IOException {
        var id = declared(open(), "IN");
        long acts = ledger.size();
        assertThat(bench.hold(id, APPROVE, reviewer)).isEmpty();
        assertThat(stage(id)).isEqualTo(Stage.SUBMITTED);
        assertThat(bench.recordDue()).as("ten seconds are not over").isZero();
        var held = bench.held(reviewer).getFirst();
        assertThat(held.seconds()).isBetween(1, Holds.SECONDS);
        assertThat(bench.takeBack(held.id(), colleague)).as("only his own").isFalse();
        assertThat(bench.takeBack(held.id(), reviewer)).isTrue();
        assertThat(bench.takeBack(held.id(), reviewer)).isFalse();
        overdue();
        assertThat(bench.recordDue()).isZero();
        assertThat(stage(id)).isEqualTo(Stage.SUBMITTED);
        assertThat(ledger.size()).isEqualTo(acts);
    }

    @Test
    void afterTenSecondsItIsAnActOfItsOfficer() throws IOException {
        var id = declared(open(), "IN");
        bench.hold(id, APPROVE, reviewer);
        assertThat(bench.hold(id, APPROVE, colleague)).contains(Why.HELD);
        long acts = ledger.size();
        overdue();
        assertThat(bench.recordDue()).isEqualTo(1);
        assertThat(bench.recordDue()).isZero();
        assertThat(stage(id)).isEqualTo(Stage.APPROVED);
        assertThat(ledger.size()).isEqualTo(acts + 1);
        assertThat(bench.held(reviewer)).isEmpty();
        assertThat(officerOfStep(id)).isEqualTo(reviewer.id());
    }

    @Test
    void twoWorkersRecordEachDecisionOnce() throws Exception {
        var session = open();
        bench.hold(declared(session, "IN"), APPROVE, reviewer);
        bench.hold(works(session, "OUT"), APPROVE, reviewer);
        bench.hold(works(session, "GANSU"), APPROVE, colleague);
        overdue();
        long acts = ledger.size();
        int recorded = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> round = bench::recordDue;
            for (var answer : threads.invokeAll(List.of(round, round, round, round))) {
                recorded += answer.get();
            }
        }
        assertThat(recorded).isEqualTo(3);
        assertThat(ledger.size()).isEqualTo(acts + 3);
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotRecordedAndItsOfficerReadsWhy() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        bench.hold(id, APPROVE, reviewer);
        declarations.withdraw(id, "IN");
        overdue();
        assertThat(bench.recordDue()).isZero();
        assertThat(stage(id)).isEqualTo(Stage.WITHDRAWN);
        var held = bench.held(reviewer).getFirst();
        assertThat(held.failed()).contains(Why.NOT_WAITING);
        assertThat(bench.takeBack(held.id(), reviewer)).isTrue();
    }

    @Test
    void itCanBeRecordedWithoutWaiting() throws IOException {
        var id = declared(open(), "IN");
        bench.hold(id, APPROVE, reviewer);
        var held = bench.held(reviewer).getFirst().id();
        assertThatThrownBy(() -> bench.recordNow(held, colleague))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(bench.recordNow(held, reviewer)).isInstanceOf(ReviewOutcome.Reviewed.class);
        assertThat(stage(id)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void aHeldReturnKeepsReasonTermAndItems() throws IOException {
        var id = declared(open(), "IN");
        var until = clock.instant().plus(Duration.ofDays(2));
        var items =
                List.of(
                        new ReturnItem("id-card", "反面没有拍"),
                        new ReturnItem(ReturnItem.GROUND, "请改选工作"));
        var returned = new Review.Returned("请补正两处", "二", until, items);
        bench.hold(id, new Decision(returned, Optional.of("n-unreadable")), reviewer);
        assertThat(bench.held(reviewer).getFirst().review()).isEqualTo(returned);
        int before = uses("n-unreadable");
        overdue();
        bench.recordDue();
        assertThat(bench.asked(id)).containsExactlyInAnyOrderElementsOf(items);
        assertThat(uses("n-unreadable")).isEqualTo(before + 1);
        assertThatThrownBy(() -> sql.sql("UPDATE declaration.return_item SET words = 'x'").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void everyDecisionKeepsWhatTheRulesSaidAndTheLedgerCommitsToIt() throws IOException {
        var id = declared(open(), "IN");
        declarations.review(id, new Review.Approved("四(一)"), reviewer);
        var trace = bench.trace(id).orElseThrow();
        assertThat(trace.hints()).isNotEmpty().allMatch(h -> h.weight() == Weight.OK);
        var entry = entry(ledger.size() - 1);
        assertThat(entry).contains("findingsCommitment", trace.commitment());
        assertThat(entry).doesNotContain("PlaceWasALineArea");
        assertThat(ledger.salt(trace.commitment())).isPresent();
    }

    @Test
    void aPileIsReadAFewCasesAtATimeInTheOrderOfArrival() throws IOException {
        var session = open();
        var first = declared(session, "IN");
        clock.moveTo(clock.instant().plusSeconds(1));
        var second = works(session, "OUT");
        clock.moveTo(clock.instant().plusSeconds(1));
        var third = works(session, "GANSU");
        assertThat(waiting(session, reviewer)).containsExactly(first, second, third);
        assertThat(next(session, Optional.of(first), false)).containsExactly(second, third);
        assertThat(next(session, Optional.of(third), true)).containsExactly(second, first);
        bench.hold(second, APPROVE, colleague);
        assertThat(next(session, Optional.of(first), false)).containsExactly(third);
        assertThat(bench.count(session.id(), SICHUAN, Pile.WAITING, reviewer)).isEqualTo(2);
    }

    @Test
    void aDoubtfulCaseIsSomebodyElses() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        assertThat(bench.doubt(id, "公章看不清", reviewer)).isEmpty();
        assertThat(bench.doubt(id, "也看不清", colleague)).contains(Why.DOUBTED);
        assertThat(waiting(session, colleague)).isEmpty();
        assertThat(pile(session, Pile.DOUBTFUL, colleague)).containsExactly(id);
        assertThat(pile(session, Pile.DOUBTFUL, reviewer)).isEmpty();
        assertThat(bench.hold(id, APPROVE, reviewer)).contains(Why.OWN_DOUBT);
        assertThat(bench.decide(id, APPROVE, colleague)).isInstanceOf(ReviewOutcome.Reviewed.class);
        assertThat(bench.doubt(id)).isEmpty();
    }

    @Test
    void oneTakesOnesOwnDoubtBack() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        bench.doubt(id, "", reviewer);
        assertThat(bench.noDoubt(id, colleague)).isFalse();
        assertThat(bench.noDoubt(id, reviewer)).isTrue();
        assertThat(waiting(session, reviewer)).containsExactly(id);
    }

    @Test
    void whoKnowsThePersonIsShownNoneOfTheirCases() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        bench.hold(id, APPROVE, reviewer);
        bench.recuse(id, reviewer);
        assertThat(declarations.find(id, reviewer)).isEmpty();
        assertThat(declarations.find(id, colleague)).isPresent();
        assertThat(declarations.review(id, APPROVE.review(), reviewer))
                .isEqualTo(new ReviewOutcome.NotReviewed(id, Why.RECUSED));
        overdue();
        assertThat(bench.recordDue()).as("not what he had held either").isZero();
        assertThat(stage(id)).isEqualTo(Stage.SUBMITTED);
        declarations.withdraw(id, "IN");
        // The same person under another admission number.
        var again = declared(session, "TWICE");
        assertThat(declarations.find(again, reviewer)).isEmpty();
        assertThat(waiting(session, reviewer)).isEmpty();
        assertThat(waiting(session, colleague)).containsExactly(again);
    }

    @Test
    void oneOfEveryTenAcceptedCasesIsDrawnAndNobodyCanTellWhich() {
        var places = new java.util.HashSet<Long>();
        for (int who = 0; who < 40; who++) {
            var officer = new UUID(7, who);
            for (long ten = 0; ten < 5; ten++) {
                var drawn = new java.util.ArrayList<Long>();
                for (long n = ten * 10 + 1; n <= ten * 10 + 10; n++) {
                    if (looks.chooses(officer, n)) {
                        drawn.add(n % 10);
                    }
                }
                assertThat(drawn).hasSize(1);
                places.addAll(drawn);
            }
        }
        assertThat(places).as("every place of the ten is drawn sometimes").hasSize(10);
    }

    @Test
    void aDrawnApprovalIsLookedAtByAnotherAndADoubtedOneIsOpenedAgain() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        var drawn = whoseFirstIsDrawn();
        declarations.review(id, APPROVE.review(), drawn);
        assertThat(pile(session, Pile.SECOND_LOOKS, drawn)).isEmpty();
        assertThat(pile(session, Pile.SECOND_LOOKS, colleague)).containsExactly(id);
        assertThat(bench.look(id, true, "", drawn)).contains(Why.DECIDED_BEFORE);
        assertThat(bench.look(id, false, " ", colleague)).contains(Why.NO_REASON);
        assertThat(bench.reopen(id, "未经复核", lead)).contains(Why.NOT_WAITING);
        assertThat(bench.look(id, false, "报名地对不上", colleague)).isEmpty();
        assertThat(pile(session, Pile.TO_REOPEN, lead)).containsExactly(id);
        assertThatThrownBy(() -> bench.reopen(id, "重新审核", colleague))
                .isInstanceOf(AccessRefused.class);
        assertThat(bench.reopen(id, "经复核，重新审核", lead)).isEmpty();
        assertThat(stage(id)).isEqualTo(Stage.SUBMITTED);
        assertThat(bench.hold(id, APPROVE, drawn)).contains(Why.DECIDED_BEFORE);
        assertThat(waiting(session, drawn)).isEmpty();
        assertThat(bench.decide(id, APPROVE, colleague)).isInstanceOf(ReviewOutcome.Reviewed.class);
    }

    @Test
    void aConfirmedSecondLookIsRecordedOnce() throws IOException {
        var id = declared(open(), "IN");
        declarations.review(id, APPROVE.review(), whoseFirstIsDrawn());
        assertThat(bench.look(id, true, "", colleague)).isEmpty();
        assertThat(bench.look(id, true, "", lead)).contains(Why.NOT_WAITING);
        assertThat(entry(ledger.size() - 1)).contains("declaration.relooked", "\"stands\":true");
    }

    @Test
    void aProvinceAddsReasonsAndRetiresThemAndOverwritesNone() {
        reasons.add(Reason.Verdict.RETURN, "请补交居住证", "二", lead);
        var own = offered("请补交居住证").orElseThrow();
        assertThatThrownBy(() -> reasons.add(Reason.Verdict.RETURN, "x", "二", reviewer))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(
                        () ->
                                sql.sql("UPDATE declaration.reason_of_province SET words = 'x'")
                                        .update())
                .hasMessageContaining("never overwritten");
        assertThat(reasons.retire(own.id(), lead)).isTrue();
        assertThat(reasons.retire(own.id(), lead)).isFalse();
        assertThat(offered("请补交居住证")).isEmpty();
        assertThat(reasons.all(SICHUAN))
                .anyMatch(one -> one.id().equals(own.id()) && one.retired());
        assertThat(reasons.offered(SICHUAN, Reason.Verdict.REJECT))
                .allMatch(one -> one.source().isPresent());
    }

    private Optional<Reason> offered(String words) {
        return reasons.offered(SICHUAN, Reason.Verdict.RETURN).stream()
                .filter(one -> one.words().equals(words))
                .findFirst();
    }

    /** An officer the first of whose ten acceptances is the drawn one. */
    private Officer whoseFirstIsDrawn() {
        var officer = reviewer();
        while (!looks.chooses(officer.id(), 1)) {
            officer = reviewer();
        }
        return officer;
    }

    private void overdue() {
        sql.sql(
                        "UPDATE declaration.held_decision SET held_at = held_at - interval '11 s',"
                                + " due_at = due_at - interval '11 s'")
                .update();
    }

    private int uses(String reason) {
        return reasons.all(SICHUAN).stream()
                .filter(one -> one.id().equals(reason))
                .mapToInt(Reason::uses)
                .sum();
    }

    private String entry(long index) {
        return new String(
                sql.sql("SELECT bytes FROM ledger.entry WHERE index = ?")
                        .param(index)
                        .query((row, _) -> row.getBytes(1))
                        .single(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private UUID officerOfStep(DeclarationId id) {
        return sql.sql("SELECT officer FROM declaration.step WHERE declaration = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private Stage stage(DeclarationId id) {
        return declarations.find(id, colleague).orElseThrow().stage();
    }

    private List<DeclarationId> waiting(OpenSession session, Officer by) {
        return pile(session, Pile.WAITING, by);
    }

    private List<DeclarationId> pile(OpenSession session, Pile pile, Officer by) {
        return bench.next(session.id(), SICHUAN, pile, Optional.empty(), false, 9, by).stream()
                .map(QueuedCase::id)
                .toList();
    }

    private List<DeclarationId> next(
            OpenSession session, Optional<DeclarationId> from, boolean back) {
        return bench.next(session.id(), SICHUAN, Pile.WAITING, from, back, 9, reviewer).stream()
                .map(QueuedCase::id)
                .toList();
    }

    private DeclarationId declared(OpenSession session, String number) {
        return accepted(session.registered(number, key()));
    }

    private DeclarationId works(OpenSession session, String number) {
        return accepted(session.works(number, "513326", key()));
    }

    private DeclarationId accepted(DeclarationForm form) {
        return ((Submission.Accepted) declarations.submit(form)).id();
    }

    private OpenSession open() throws IOException {
        int n = SESSIONS.getAndIncrement();
        var session = OpenSession.of((FIRST_YEAR + n) + "-2", exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        return session;
    }

    private static String key() {
        return "bench-" + KEYS.incrementAndGet() + "-" + UUID.randomUUID();
    }
}
