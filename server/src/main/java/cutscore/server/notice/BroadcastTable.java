package cutscore.server.notice;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.WindowOnRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told to many. */
@Component
final class BroadcastTable {
    private final JdbcClient sql;

    BroadcastTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One of them.
     *
     * @param key says what and for which window: there is never a second one
     */
    record Broadcast(
            long id,
            String key,
            Kind kind,
            UUID window,
            SessionId session,
            DivisionCode province,
            int told,
            boolean isDone) {}

    void add(String key, Kind kind, WindowOnRecord window) {
        sql.sql(
                        """
                        INSERT INTO notice.broadcast (key, kind, claim_window, session, province)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
                        """)
                .params(
                        key,
                        kind.name(),
                        window.id(),
                        window.session().value(),
                        window.province().value())
                .update();
    }

    boolean has(String key) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM notice.broadcast WHERE key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** The oldest that nobody works on, held until the transaction ends. */
    Optional<Broadcast> next() {
        return sql.sql(SELECT + " WHERE done_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .query((row, _) -> broadcast(row))
                .optional();
    }

    List<Broadcast> all() {
        return sql.sql(SELECT + " ORDER BY id DESC LIMIT 100")
                .query((row, _) -> broadcast(row))
                .list();
    }

    void finish(long id, int told) {
        sql.sql(
                        """
                        UPDATE notice.broadcast SET done_at = clock_timestamp(), told = ?
                        WHERE id = ?
                        """)
                .params(told, id)
                .update();
    }

    private static final String SELECT =
            """
            SELECT id, key, kind, claim_window, session, province, told,
                   done_at IS NOT NULL AS done
            FROM notice.broadcast
            """;

    private static Broadcast broadcast(ResultSet row) throws SQLException {
        return new Broadcast(
                row.getLong("id"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("claim_window", UUID.class),
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                row.getInt("told"),
                row.getBoolean("done"));
    }
}
