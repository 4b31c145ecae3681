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
     * @param key says what and for which window or line: there is never a second one
     * @param window empty for a published line
     * @param province empty for the whole country
     * @param path where to look; empty where the window says it
     */
    record Broadcast(
            long id,
            String key,
            Kind kind,
            Optional<UUID> window,
            SessionId session,
            Optional<DivisionCode> province,
            String path,
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

    void addPublished(String key, SessionId session, Optional<DivisionCode> province, String path) {
        sql.sql(
                        """
                        INSERT INTO notice.broadcast (key, kind, session, province, path)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
                        """)
                .param(key)
                .param(Kind.LINE_PUBLISHED.name())
                .param(session.value())
                .param(province.map(DivisionCode::value).orElse(null))
                .param(path)
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

    /** Counts everybody it reached, also by a run that was stopped. */
    void finish(Broadcast broadcast) {
        sql.sql(
                        """
                        UPDATE notice.broadcast SET done_at = clock_timestamp(),
                            told = (SELECT count(*) FROM notice.message WHERE key LIKE ?)
                        WHERE id = ?
                        """)
                .params(broadcast.key() + "/%", broadcast.id())
                .update();
    }

    private static final String SELECT =
            """
            SELECT id, key, kind, claim_window, session, province, path, told,
                   done_at IS NOT NULL AS done
            FROM notice.broadcast
            """;

    private static Broadcast broadcast(ResultSet row) throws SQLException {
        return new Broadcast(
                row.getLong("id"),
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("claim_window", UUID.class)),
                new SessionId(row.getString("session")),
                Optional.ofNullable(row.getString("province")).map(DivisionCode::new),
                row.getString("path"),
                row.getInt("told"),
                row.getBoolean("done"));
    }
}
