package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows of schema {@code exam}: announced, proposed, extended; all only added to. */
@Component
final class WindowTable {
    private static final String WINDOWS =
            """
            SELECT w.id, w.session, w.province, w.round, w.opens,
                   coalesce(e.closes, w.closes) AS closes, w.grace_seconds, w.upload_trail_seconds,
                   w.circular, coalesce(e.revision, w.revision) AS revision
            FROM exam.claim_window w
            LEFT JOIN LATERAL (
                SELECT x.closes, x.revision FROM exam.window_extension x
                WHERE x.claim_window = w.id ORDER BY x.revision DESC LIMIT 1) e ON true
            """;

    private final JdbcClient sql;

    WindowTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(
            WindowOnRecord announced,
            Instant at,
            UUID by,
            UUID second,
            long ledgerIndex,
            Optional<UUID> proposal) {
        sql.sql(
                        """
                        INSERT INTO exam.claim_window
                            (id, session, province, round, opens, closes, grace_seconds,
                             upload_trail_seconds, circular, announced_by, confirmed_by,
                             announced_at, ledger_index, proposal)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                .param(proposal.orElse(null))
                .update();
    }

    List<WindowOnRecord> windows(SessionId session, DivisionCode province) {
        return sql.sql(WINDOWS + " WHERE w.session = ? AND w.province = ? ORDER BY w.opens")
                .param(session.value())
                .param(province.value())
                .query((row, _) -> window(row))
                .list();
    }

    List<WindowOnRecord> windows(SessionId session) {
        return sql.sql(WINDOWS + " WHERE w.session = ? ORDER BY w.province, w.opens")
                .param(session.value())
                .query((row, _) -> window(row))
                .list();
    }

    List<WindowOnRecord> windows() {
        return sql.sql(WINDOWS + " ORDER BY w.opens DESC, w.province")
                .query((row, _) -> window(row))
                .list();
    }

    Optional<WindowOnRecord> window(UUID id) {
        return sql.sql(WINDOWS + " WHERE w.id = ?")
                .param(id)
                .query((row, _) -> window(row))
                .optional();
    }

    /** Keeps other extensions of that window waiting until this transaction ends. */
    void lock(UUID id) {
        sql.sql("SELECT id FROM exam.claim_window WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .list();
    }

    void propose(ProposedWindow proposed) {
        var draft = proposed.draft();
        sql.sql(
                        """
                        INSERT INTO exam.proposed_window
                            (id, session, province, round, opens, closes, grace_seconds,
                             upload_trail_seconds, circular, proposed_by, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(proposed.id())
                .param(draft.session().value())
                .param(draft.province().value())
                .param(draft.round().name())
                .param(draft.window().opens())
                .param(draft.window().closes())
                .param((int) draft.grace().toSeconds())
                .param((int) draft.uploadTrail().toSeconds())
                .param(draft.circular())
                .param(proposed.by())
                .param(proposed.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits for a second officer: of each province, session and round the newest proposal. */
    List<ProposedWindow> proposed() {
        return sql.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (session, province, round)
                                   id, running, session, province, round, opens, closes, grace_seconds,
                                   upload_trail_seconds, circular, proposed_by, proposed_at
                            FROM exam.proposed_window
                            ORDER BY session, province, round, running DESC) newest
                        WHERE NOT EXISTS (
                            SELECT 1 FROM exam.claim_window w WHERE w.proposal = newest.id)
                        ORDER BY running
                        """)
                .query(
                        (row, _) ->
                                new ProposedWindow(
                                        row.getObject("id", UUID.class),
                                        draft(row),
                                        row.getObject("proposed_by", UUID.class),
                                        instant(row, "proposed_at")))
                .list();
    }

    void propose(ProposedExtension proposed) {
        sql.sql(
                        """
                        INSERT INTO exam.proposed_extension
                            (id, claim_window, revision, closes, circular, reason, proposed_by,
                             proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(proposed.id())
                .param(proposed.window())
                .param(proposed.revision())
                .param(proposed.closes())
                .param(proposed.circular().orElse(null))
                .param(proposed.reason())
                .param(proposed.by())
                .param(proposed.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits for a second officer: of each window's next revision the newest proposal. */
    List<ProposedExtension> proposedExtensions() {
        return sql.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (claim_window, revision)
                                   id, running, claim_window, revision, closes, circular, reason,
                                   proposed_by, proposed_at
                            FROM exam.proposed_extension
                            ORDER BY claim_window, revision, running DESC) newest
                        WHERE NOT EXISTS (
                            SELECT 1 FROM exam.window_extension e
                            WHERE e.claim_window = newest.claim_window
                              AND e.revision >= newest.revision)
                        ORDER BY running
                        """)
                .query(
                        (row, _) ->
                                new ProposedExtension(
                                        row.getObject("id", UUID.class),
                                        row.getObject("claim_window", UUID.class),
                                        row.getInt("revision"),
                                        beijing(row, "closes"),
                                        Optional.ofNullable(row.getObject("circular", UUID.class)),
                                        row.getString("reason"),
                                        row.getObject("proposed_by", UUID.class),
                                        instant(row, "proposed_at")))
                .list();
    }

    void extend(ProposedExtension confirmed, UUID second, Instant at, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO exam.window_extension
                            (proposal, claim_window, revision, closes, confirmed_by, confirmed_at,
                             ledger_index)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(confirmed.id())
                .param(confirmed.window())
                .param(confirmed.revision())
                .param(confirmed.closes())
                .param(second)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(ledgerIndex)
                .update();
    }

    List<WindowExtension> extensions(UUID window) {
        return sql.sql(
                        """
                        SELECT e.revision, e.closes, p.circular, p.reason, e.confirmed_at
                        FROM exam.window_extension e
                        JOIN exam.proposed_extension p ON p.id = e.proposal
                        WHERE e.claim_window = ? ORDER BY e.revision
                        """)
                .param(window)
                .query(
                        (row, _) ->
                                new WindowExtension(
                                        row.getInt("revision"),
                                        beijing(row, "closes"),
                                        Optional.ofNullable(row.getObject("circular", UUID.class)),
                                        row.getString("reason"),
                                        instant(row, "confirmed_at")))
                .list();
    }

    /** When it was announced, or last extended. */
    Instant changed(UUID window) {
        return sql.sql(
                        """
                        SELECT greatest(w.announced_at, max(e.confirmed_at)) AS changed
                        FROM exam.claim_window w
                        LEFT JOIN exam.window_extension e ON e.claim_window = w.id
                        WHERE w.id = ? GROUP BY w.announced_at
                        """)
                .param(window)
                .query((row, _) -> instant(row, "changed"))
                .single();
    }

    private static WindowOnRecord window(ResultSet row) throws SQLException {
        var draft = draft(row);
        return new WindowOnRecord(
                row.getObject("id", UUID.class),
                draft.session(),
                draft.province(),
                draft.round(),
                draft.window(),
                draft.grace(),
                draft.uploadTrail(),
                draft.circular(),
                row.getInt("revision"));
    }

    private static WindowDraft draft(ResultSet row) throws SQLException {
        return new WindowDraft(
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                Round.valueOf(row.getString("round")),
                new Window(beijing(row, "opens"), beijing(row, "closes")),
                Duration.ofSeconds(row.getInt("grace_seconds")),
                Duration.ofSeconds(row.getInt("upload_trail_seconds")),
                row.getObject("circular", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime beijing(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(Beijing.OFFSET);
    }
}
