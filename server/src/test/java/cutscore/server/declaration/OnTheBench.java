package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;
import static cutscore.server.declaration.OpenSession.reviewer;

import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions opened in Sichuan one after the other, for tests of the bench. They lie in a room of
 * their own: every session opened there is another one.
 */
abstract class OnTheBench {
    static final Decision APPROVE = Decision.of(new Review.Approved("四(一)"));

    private static final int FIRST_YEAR = 2050;
    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired Declarations declarations;
    @Autowired Bench bench;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    final Officer reviewer = reviewer();
    final Officer colleague = reviewer();
    final Officer lead = officer(Role.REVIEW_LEAD, SICHUAN);

    void overdue() {
        sql.sql(
                        "UPDATE declaration.held_decision SET held_at = held_at - interval '75 s',"
                                + " due_at = due_at - interval '75 s'")
                .update();
    }

    String entry(long index) {
        return new String(
                sql.sql("SELECT bytes FROM ledger.entry WHERE index = ?")
                        .param(index)
                        .query((row, _) -> row.getBytes(1))
                        .single(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    Stage stage(DeclarationId id) {
        return declarations.find(id, colleague).orElseThrow().stage();
    }

    List<DeclarationId> waiting(OpenSession session, Officer by) {
        return pile(session, Pile.WAITING, by);
    }

    List<DeclarationId> pile(OpenSession session, Pile pile, Officer by) {
        return bench.next(session.id(), SICHUAN, pile, Optional.empty(), false, 9, by).stream()
                .map(QueuedCase::id)
                .toList();
    }

    DeclarationId declared(OpenSession session, String number) {
        return accepted(session.registered(number, key()));
    }

    DeclarationId works(OpenSession session, String number) {
        return accepted(session.works(number, "513326", key()));
    }

    DeclarationId accepted(DeclarationForm form) {
        return ((Submission.Accepted) declarations.submit(form)).id();
    }

    OpenSession open() throws IOException {
        int n = SESSIONS.getAndIncrement();
        String id = (FIRST_YEAR + n / 2) + "-" + (1 + n % 2);
        var session = OpenSession.of(id, exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        return session;
    }

    static String key() {
        return "bench-" + KEYS.incrementAndGet() + "-" + UUID.randomUUID();
    }
}
