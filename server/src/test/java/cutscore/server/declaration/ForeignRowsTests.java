package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.database.Border;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.exam.Exams;
import cutscore.server.roster.RosterEntry;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a province's request meets of another one's rows when the code asks for everything: nothing.
 * Both halves are checked by taking the other away: without the policies the foreign rows are
 * there, and without the code's own filter the policies still hide them.
 */
@ModuleTest
class ForeignRowsTests {
    private static final DivisionCode GANSU = new DivisionCode("620000");

    @Autowired Declarations declarations;
    @Autowired DeclarationTable table;
    @Autowired StepTable steps;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    @Test
    void aProvinceMeetsItsOwnRowsAndNoOthersWhateverTheCodeAsks() throws IOException {
        var session = OpenSession.of("2029-2", exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        var ids =
                List.of(
                        accepted(session.registered("IN", "foreign-rows-in")),
                        accepted(session.works("YUNNAN", "513326", "foreign-rows-yunnan")));
        declarations.review(ids.getFirst(), new Review.Approved("四(一)"), OpenSession.reviewer());
        sql.sql(
                        """
                        INSERT INTO declaration.assignment
                            (declaration, officer, assigned_by, why, at)
                        VALUES (?, gen_random_uuid(), gen_random_uuid(), 'ASSIGNED', now())
                        """)
                .param(ids.getFirst().value())
                .update();

        assertThat(rows(ids)).as("of nobody's border").hasSize(5);
        Border.within(SICHUAN, () -> assertThat(rows(ids)).hasSize(5));
        Border.within(GANSU, () -> assertThat(rows(ids)).isEmpty());
        theCodesOwnFilterTakenAway(ids.getFirst());
        nothingForeignIsWritten(ids.getFirst());
        entriesOfTheRoster(session);
        thePoliciesTakenAway(ids);
    }

    /** Every row of the tables that belong to these declarations, asked for without any filter. */
    private List<String> rows(List<DeclarationId> ids) {
        var found = new ArrayList<String>();
        for (String from :
                List.of("declaration.step", "declaration.assignment", "declaration.assigned")) {
            found.addAll(
                    sql.sql("SELECT '" + from + "' FROM " + from + " WHERE declaration = ANY (?)")
                            .param(array(ids))
                            .query(String.class)
                            .list());
        }
        found.addAll(
                sql.sql("SELECT 'declaration' FROM declaration.declaration WHERE id = ANY (?)")
                        .param(array(ids))
                        .query(String.class)
                        .list());
        return found;
    }

    private void theCodesOwnFilterTakenAway(DeclarationId id) {
        // This question has no province in it: the door above it compares, and is left out here.
        assertThat(table.find(id)).isPresent();
        Border.within(GANSU, () -> assertThat(table.find(id)).isEmpty());
        Border.within(SICHUAN, () -> assertThat(table.find(id)).isPresent());
        Border.within(GANSU, () -> assertThat(steps.of(List.of(id))).isEmpty());
    }

    private void nothingForeignIsWritten(DeclarationId id) {
        Border.within(
                GANSU,
                () -> {
                    var moved =
                            sql.sql(
                                            """
                                            UPDATE declaration.declaration SET stage = 'WITHDRAWN'
                                             WHERE id = ?
                                            """)
                                    .param(id.value())
                                    .update();
                    assertThat(moved).isZero();
                    assertThatThrownBy(
                                    () ->
                                            sql.sql(
                                                            """
                                                            INSERT INTO declaration.assignment
                                                                (declaration, assigned_by, why, at)
                                                            VALUES (?, ?, 'PUT_BACK', now())
                                                            """)
                                                    .params(id.value(), UUID.randomUUID())
                                                    .update())
                            .isInstanceOf(DataAccessException.class);
                });
    }

    /** One's own registrations, and who declared here from elsewhere; nobody else of the roster. */
    private void entriesOfTheRoster(OpenSession session) {
        Border.within(
                SICHUAN,
                () ->
                        assertThat(numbers(session))
                                .containsExactlyInAnyOrder(
                                        "IN", "OUT", "MET", "VOID", "TWICE", "YUNNAN"));
        Border.within(GANSU, () -> assertThat(numbers(session)).containsExactly("GANSU"));
        assertThat(numbers(session)).hasSize(7);
    }

    private Collection<String> numbers(OpenSession session) {
        var found = new ArrayList<RosterEntry>();
        rosters.entries(session.id(), found::add);
        return found.stream().map(RosterEntry::admissionNumber).toList();
    }

    /** The check of the check: held back by nothing, the same questions show foreign rows. */
    private void thePoliciesTakenAway(List<DeclarationId> ids) {
        assertThat(foreign(ids, "SELECT 1")).isZero();
        assertThat(foreign(ids, "ALTER TABLE declaration.declaration DISABLE ROW LEVEL SECURITY"))
                .isEqualTo(2);
        assertThat(
                        foreign(
                                ids,
                                "ALTER POLICY own_province ON declaration.declaration USING"
                                        + " (true)"))
                .isEqualTo(2);
        // A policy that is missing shows nothing, not everything.
        assertThat(foreign(ids, "DROP POLICY own_province ON declaration.declaration")).isZero();
    }

    /** How many of these another province meets after that, which is undone. */
    private long foreign(List<DeclarationId> ids, String broken) {
        Long met =
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            sql.sql(
                                            broken.startsWith("SELECT")
                                                    ? "SET LOCAL work_mem = '4MB'"
                                                    : broken)
                                    .update();
                            sql.sql(
                                            """
                                            SELECT set_config('role', 'cutscore_province', true),
                                                   set_config('cutscore.province', '620000', true)
                                            """)
                                    .query((row, _) -> 0)
                                    .list();
                            return sql.sql(
                                            """
                                            SELECT count(*) FROM declaration.declaration
                                             WHERE id = ANY (?)
                                            """)
                                    .param(array(ids))
                                    .query(Long.class)
                                    .single();
                        });
        return Objects.requireNonNull(met);
    }

    private static SqlArrayValue array(List<DeclarationId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(DeclarationId::value).toArray());
    }

    private DeclarationId accepted(DeclarationForm form) {
        return ((Accepted) declarations.submit(form)).id();
    }
}
