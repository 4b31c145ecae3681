package cutscore.server.exam;

import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals to open a session, and those that were dropped. */
@Component
final class ProposedSessionTable {
    private final JdbcClient sql;

    ProposedSessionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps other proposals and confirmations waiting until this transaction ends. */
    void lock() {
        sql.sql("LOCK TABLE exam.proposed_session IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void insert(ProposedSession proposed) {
        var draft = proposed.draft();
        sql.sql(
                        """
                        INSERT INTO exam.proposed_session
                            (id, session, first_day, offered, proposed_by, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(proposed.id())
                .param(draft.id().value())
                .param(draft.firstDay())
                .param(draft.offered().toArray(new String[0]))
                .param(proposed.by())
                .param(proposed.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits for a second officer: of each session that is not open the newest proposal. */
    List<ProposedSession> waiting() {
        return sql.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (session)
                                   id, running, session, first_day, offered, proposed_by,
                                   proposed_at
                            FROM exam.proposed_session ORDER BY session, running DESC) newest
                        WHERE NOT EXISTS (
                            SELECT 1 FROM exam.session s WHERE s.id = newest.session)
                          AND NOT EXISTS (
                            SELECT 1 FROM exam.dropped_session d WHERE d.proposal = newest.id)
                        ORDER BY running
                        """)
                .query(
                        (row, _) ->
                                new ProposedSession(
                                        row.getObject("id", UUID.class),
                                        new ExamSession(
                                                new SessionId(row.getString("session")),
                                                row.getObject("first_day", LocalDate.class),
                                                List.of(
                                                        (String[])
                                                                row.getArray("offered")
                                                                        .getArray())),
                                        row.getObject("proposed_by", UUID.class),
                                        row.getObject("proposed_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    boolean isDropped(UUID proposal) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM exam.dropped_session WHERE proposal = ?)")
                .param(proposal)
                .query(Boolean.class)
                .single();
    }

    void drop(UUID proposal, UUID by, Instant at) {
        sql.sql(
                        """
                        INSERT INTO exam.dropped_session (proposal, dropped_by, dropped_at)
                        VALUES (?, ?, ?)
                        """)
                .param(proposal)
                .param(by)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
