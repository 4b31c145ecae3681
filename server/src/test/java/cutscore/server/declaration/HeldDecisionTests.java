package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.declaration.ReviewOutcome.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class HeldDecisionTests extends OnTheBench {
    @Autowired HeldDecisions decisions;
    @Autowired Reasons reasons;

    @Test
    void aDecisionCanBeTakenBackBeforeItIsAnActAndLeavesNothing() throws IOException {
        var id = declared(open(), "IN");
        long acts = ledger.size();
        assertThat(bench.hold(id, APPROVE, reviewer)).isEmpty();
        assertThat(stage(id)).isEqualTo(Stage.SUBMITTED);
        assertThat(decisions.recordDue()).as("ten seconds are not over").isZero();
        var held = bench.held(reviewer).getFirst();
        assertThat(held.seconds()).isBetween(1, Holds.SECONDS);
        assertThat(bench.takeBack(held.id(), colleague)).as("only his own").isFalse();
        assertThat(bench.takeBack(held.id(), reviewer)).isTrue();
        assertThat(bench.takeBack(held.id(), reviewer)).isFalse();
        overdue();
        assertThat(decisions.recordDue()).isZero();
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
        assertThat(decisions.recordDue()).isEqualTo(1);
        assertThat(decisions.recordDue()).isZero();
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
            Callable<Integer> round = decisions::recordDue;
            for (var answer : threads.invokeAll(List.of(round, round, round, round))) {
                recorded += answer.get();
            }
        }
        assertThat(recorded).isEqualTo(3);
        assertThat(ledger.size()).isEqualTo(acts + 3);
    }

    @Test
    void aHeldDecisionThatMeetsAFaultOfOursDoesNotHoldUpTheOthers() throws IOException {
        var session = open();
        var broken = declared(session, "IN");
        var behind = works(session, "OUT");
        bench.hold(broken, APPROVE, reviewer);
        bench.hold(behind, APPROVE, colleague);
        overdue();
        damage(broken, "620000");
        assertThatThrownBy(decisions::recordDue).isInstanceOf(AccessRefused.class);
        assertThat(stage(behind)).isEqualTo(Stage.APPROVED);
        assertThat(stage(broken)).isEqualTo(Stage.SUBMITTED);
        assertThat(decisions.recordDue()).as("its turn comes a minute later").isZero();
        damage(broken, SICHUAN.value());
        overdue();
        assertThat(decisions.recordDue()).isEqualTo(1);
    }

    /** As no door writes it: the officer's duty in a province that is not the case's. */
    private void damage(DeclarationId id, String province) {
        sql.sql("UPDATE declaration.held_decision SET province = ? WHERE declaration = ?")
                .params(province, id.value())
                .update();
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotRecordedAndItsOfficerReadsWhy() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        bench.hold(id, APPROVE, reviewer);
        declarations.withdraw(id, "IN");
        overdue();
        assertThat(decisions.recordDue()).isZero();
        assertThat(stage(id)).isEqualTo(Stage.WITHDRAWN);
        var held = bench.held(reviewer).getFirst();
        assertThat(held.failed()).contains(Why.NOT_WAITING);
        assertThat(bench.takeBack(held.id(), reviewer)).isTrue();
    }

    @Test
    void aHeldDecisionThatCouldNotBeRecordedHidesItsCaseFromNobody() throws IOException {
        var session = open();
        var id = declared(session, "IN");
        bench.hold(id, APPROVE, reviewer);
        sql.sql("UPDATE declaration.held_decision SET failed = ? WHERE declaration = ?")
                .params(Why.RECUSED.number(), id.value())
                .update();
        assertThat(waiting(session, colleague)).containsExactly(id);
        assertThat(bench.hold(id, APPROVE, colleague)).isEmpty();
        overdue();
        assertThat(decisions.recordDue()).isEqualTo(1);
        assertThat(officerOfStep(id)).isEqualTo(colleague.id());
    }

    @Test
    void whatTheLedgerOrTheCalendarWouldRefuseIsNotHeld() throws IOException {
        var id = declared(open(), "IN");
        var personal = Decision.of(new Review.Approved("四(一) 990101199001010001"));
        assertThat(bench.hold(id, personal, reviewer)).contains(Why.CLAUSE_PERSONAL);
        var far = clock.instant().plus(Duration.ofDays(400));
        var endless = Decision.of(new Review.Returned("请改", "二", far));
        assertThat(bench.hold(id, endless, reviewer)).contains(Why.MENDING_TOO_LONG);
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
        decisions.recordDue();
        assertThat(bench.asked(id)).containsExactlyInAnyOrderElementsOf(items);
        assertThat(uses("n-unreadable")).isEqualTo(before + 1);
        assertThatThrownBy(() -> sql.sql("UPDATE declaration.return_item SET words = 'x'").update())
                .hasMessageContaining("only ever added to");
    }

    private int uses(String reason) {
        return reasons.all(SICHUAN).stream()
                .filter(one -> one.id().equals(reason))
                .mapToInt(Reason::uses)
                .sum();
    }

    private UUID officerOfStep(DeclarationId id) {
        return sql.sql("SELECT officer FROM declaration.step WHERE declaration = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }
}
