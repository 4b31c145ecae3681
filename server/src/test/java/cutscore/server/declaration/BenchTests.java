package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;
import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.database.Border;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.declaration.eligibility.Weight;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class BenchTests extends OnTheBench {
    @Autowired HeldDecisions decisions;
    @Autowired Reasons reasons;
    @Autowired SecondLooks looks;
    @Autowired TransactionTemplate transaction;

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
    void whatWasDeclaredInAnotherProvinceIsFoundOnTheBenchToo() throws IOException {
        var session = open();
        var there = declared(session, "IN");
        declarations.review(there, new Review.Rejected("不符合", "四(一)"), reviewer);
        var here = declared(session, "TWICE");
        inGansu(there);
        var found = bench.hints(here, colleague);
        assertThat(found).anyMatch(hint -> hint.weight() != Weight.OK);
        Border.within(
                SICHUAN,
                () -> {
                    assertThat(declarations.find(there, colleague)).isEmpty();
                    assertThat(bench.hints(here, colleague)).isEqualTo(found);
                });
    }

    private void inGansu(DeclarationId id) {
        transaction.executeWithoutResult(
                _ -> {
                    sql.sql("SET LOCAL session_replication_role = replica").update();
                    sql.sql(
                                    "UPDATE declaration.declaration SET place = '620102',"
                                            + " province = '620000' WHERE id = ?")
                            .param(id.value())
                            .update();
                });
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
        decisions.recordDue();
        assertThat(stage(id)).as("not what he had held either").isEqualTo(Stage.SUBMITTED);
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

    private List<DeclarationId> next(
            OpenSession session, Optional<DeclarationId> from, boolean back) {
        return bench.next(session.id(), SICHUAN, Pile.WAITING, from, back, 9, reviewer).stream()
                .map(QueuedCase::id)
                .toList();
    }
}
