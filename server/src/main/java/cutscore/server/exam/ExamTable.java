package cutscore.server.exam;

import cutscore.kernel.id.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of schema {@code exam}. */
@Component
final class ExamTable {
    private final JdbcClient sql;

    ExamTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(ExamSession session, Instant at, UUID by, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO exam.session
                            (id, first_day, offered, opened_at, opened_by, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(session.id().value())
                .param(session.firstDay())
                .param(session.offered().toArray(new String[0]))
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .param(ledgerIndex)
                .update();
    }

    /** The one that a second officer confirmed. */
    void insert(ProposedSession confirmed, Instant at, UUID second, long ledgerIndex) {
        var session = confirmed.draft();
        sql.sql(
                        """
                        INSERT INTO exam.session
                            (id, first_day, offered, opened_at, opened_by, ledger_index, proposal,
                             confirmed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(session.id().value())
                .param(session.firstDay())
                .param(session.offered().toArray(new String[0]))
                .param(at.atOffset(ZoneOffset.UTC))
                .param(confirmed.by())
                .param(ledgerIndex)
                .param(confirmed.id())
                .param(second)
                .update();
    }

    /** What came of a proposal that this officer confirmed. */
    Optional<ExamSession> openedFrom(UUID proposal, UUID confirmedBy) {
        return sql.sql(
                        """
                        SELECT id, first_day, offered FROM exam.session
                        WHERE proposal = ? AND confirmed_by = ?
                        """)
                .param(proposal)
                .param(confirmedBy)
                .query((row, _) -> session(row))
                .optional();
    }

    Optional<ExamSession> session(SessionId id) {
        return sql.sql("SELECT id, first_day, offered FROM exam.session WHERE id = ?")
                .param(id.value())
                .query((row, _) -> session(row))
                .optional();
    }

    List<ExamSession> sessions() {
        return sql.sql("SELECT id, first_day, offered FROM exam.session ORDER BY id DESC")
                .query((row, _) -> session(row))
                .list();
    }

    private static ExamSession session(ResultSet row) throws SQLException {
        var offered = (String[]) row.getArray("offered").getArray();
        return new ExamSession(
                new SessionId(row.getString("id")),
                row.getObject("first_day", LocalDate.class),
                List.of(offered));
    }
}
