package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schema {@code exam}. */
@Component
final class ExamTable {
    private static final String WINDOWS =
            """
            SELECT id, session, province, round, opens, closes, grace_seconds, upload_trail_seconds,
                   circular, revision
            FROM exam.claim_window
            """;

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

    void insert(WindowOnRecord announced, Instant at, UUID by, UUID second, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO exam.claim_window
                            (id, session, province, round, opens, closes, grace_seconds,
                             upload_trail_seconds, circular, announced_by, confirmed_by,
                             announced_at, ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(announced.id())
                .param(announced.session().value())
                .param(announced.province().value())
                .param(announced.round().name())
                .param(announced.window().opens())
                .param(announced.window().closes())
                .param((int) announced.grace().toSeconds())
                .param((int) announced.uploadTrail().toSeconds())
                .param(announced.circular())
                .param(by)
                .param(second)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(ledgerIndex)
                .update();
    }

    List<WindowOnRecord> windows(SessionId session, DivisionCode province) {
        return sql.sql(WINDOWS + " WHERE session = ? AND province = ? ORDER BY opens")
                .param(session.value())
                .param(province.value())
                .query((row, _) -> window(row))
                .list();
    }

    List<WindowOnRecord> windows(SessionId session) {
        return sql.sql(WINDOWS + " WHERE session = ? ORDER BY province, opens")
                .param(session.value())
                .query((row, _) -> window(row))
                .list();
    }

    private static WindowOnRecord window(ResultSet row) throws SQLException {
        return new WindowOnRecord(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                Round.valueOf(row.getString("round")),
                new Window(beijing(row, "opens"), beijing(row, "closes")),
                Duration.ofSeconds(row.getInt("grace_seconds")),
                Duration.ofSeconds(row.getInt("upload_trail_seconds")),
                row.getObject("circular", UUID.class),
                row.getInt("revision"));
    }

    private static OffsetDateTime beijing(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(Beijing.OFFSET);
    }
}
