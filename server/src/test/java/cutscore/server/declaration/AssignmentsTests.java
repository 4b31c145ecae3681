package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Colleagues;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.OfficerClosed;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One province's cases, given, taken, dealt out, handed over and left behind. */
@ModuleTest
class AssignmentsTests {
    private static final DivisionCode GANSU = new DivisionCode("620000");

    @Autowired Assignments assignments;
    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @Autowired ApplicationEventPublisher events;
    @TempDir Path folder;

    @Test
    void aCaseHasOneOfficerOrNobodyAndItsHistoryIsKept() throws IOException {
        var staff = Colleagues.of(officers, demo);
        var lead = staff.open(Role.REVIEW_LEAD, Optional.of(SICHUAN));
        var a = staff.open(Role.REVIEWER, Optional.of(SICHUAN));
        var b = staff.open(Role.REVIEWER, Optional.of(SICHUAN));
        var elsewhere = staff.open(Role.REVIEWER, Optional.of(GANSU));
        var ids = submitted("2029-1");
        var one = ids.getFirst();

        assertThat(assignments.officerOf(one)).isEmpty();
        assertThat(assignments.isFor(one, a)).isTrue();
        assertThat(assignments.assign(ids, a.id(), lead)).isEqualTo(ids.size());
        assertThat(assignments.officerOf(one)).contains(a.id());
        assertThat(assignments.isFor(one, b)).isFalse();
        assertThat(assignments.take(one, b)).isFalse();
        assertThat(assignments.putBack(one, b)).isFalse();
        assertThat(assignments.putBack(one, a)).isTrue();
        assertThat(assignments.take(one, b)).isTrue();
        assertThat(assignments.officersOf(ids)).containsEntry(one, b.id()).hasSize(ids.size());

        assertThatThrownBy(() -> assignments.assign(ids, elsewhere.id(), lead))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> assignments.assign(ids, a.id(), b))
                .isInstanceOf(AccessRefused.class);
        assertThat(assignments.take(ids.getLast(), elsewhere)).isFalse();
        var foreignLead = staff.open(Role.REVIEW_LEAD, Optional.of(GANSU));
        assertThat(assignments.assign(ids, elsewhere.id(), foreignLead)).isZero();
        assertThat(assignments.officerOf(one)).contains(b.id());
        assertThatThrownBy(() -> sql.sql("DELETE FROM declaration.assignment").update())
                .isInstanceOf(DataAccessException.class);

        handedOverAndLeft(ids, a, b, lead);
    }

    private void handedOverAndLeft(List<DeclarationId> ids, Officer a, Officer b, Officer lead) {
        assertThat(assignments.handOver(b.id(), Optional.of(a.id()), lead)).isEqualTo(1);
        assertThat(assignments.officersOf(ids).values()).containsOnly(a.id());
        assertThat(load(a, lead)).isEqualTo(ids.size());
        assertThat(assignments.balance(lead)).isPositive();
        assertThat(assignments.balance(lead)).isZero();
        var reviewers =
                assignments.workloads(lead).stream()
                        .filter(one -> one.officer().roles().contains(Role.REVIEWER))
                        .mapToInt(Workload::open)
                        .summaryStatistics();
        assertThat(reviewers.getMax() - reviewers.getMin()).isLessThanOrEqualTo(1);
        assignments.assign(ids, a.id(), lead);
        events.publishEvent(new OfficerClosed(a.id()));
        assertThat(assignments.officersOf(ids)).isEmpty();
        assertThat(
                        sql.sql(
                                        """
                                        SELECT string_agg(why, ' ' ORDER BY id)
                                          FROM declaration.assignment WHERE declaration = ?
                                        """)
                                .param(ids.getFirst().value())
                                .query(String.class)
                                .single())
                .startsWith("ASSIGNED PUT_BACK TAKEN HANDED_OVER")
                .endsWith("ASSIGNED LEFT");
    }

    private int load(Officer officer, Officer lead) {
        return assignments.workloads(lead).stream()
                .filter(one -> one.officer().id().equals(officer.id()))
                .findFirst()
                .orElseThrow()
                .open();
    }

    private List<DeclarationId> submitted(String id) throws IOException {
        var session = OpenSession.of(id, exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        return List.of(
                accepted(session.registered("IN", "assign-in-" + UUID.randomUUID())),
                accepted(session.works("OUT", "513326", "assign-out-" + UUID.randomUUID())));
    }

    private DeclarationId accepted(DeclarationForm form) {
        return ((Accepted) declarations.submit(form)).id();
    }
}
