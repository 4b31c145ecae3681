package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of proposals and of the steps they took. Rows are only ever added. */
@Component
record LineTable(JdbcClient sql) {
    private static final String STATE =
            """
            SELECT p.id, p.snapshot, s.scope, p.rule, p.dossier_digest, p.proposed_by, p.proposed_at,
                   p.ledger_index, a.approved_by, a.approved_at, f.number, f.filed_on, f.filed_by,
                   f.filed_at, u.announcement, u.published_at
            FROM line.proposal p
            JOIN line.snapshot s ON s.id = p.snapshot
            LEFT JOIN line.approval a ON a.proposal = p.id
            LEFT JOIN line.filing f ON f.proposal = p.id
            LEFT JOIN line.publication u ON u.proposal = p.id
            """;

    void insert(LineState.Proposal proposal, Workings.Made files) {
        sql.sql(
                        """
                        INSERT INTO line.proposal (id, snapshot, session, rule, dossier,
                            dossier_digest, pack, proposed_by, proposed_at, ledger_index)
                        VALUES (:id, :snapshot, :session, :rule, :dossier, :digest,
                            :pack, :by, :at, :index)
                        """)
                .param("id", proposal.id().value())
                .param("snapshot", proposal.snapshot().value())
                .param("session", proposal.rule().session().value())
                .param("rule", proposal.rule().toJson().canonical())
                .param("dossier", files.dossier())
                .param("digest", proposal.dossierDigest())
                .param("pack", files.pack())
                .param("by", proposal.by())
                .param("at", at(proposal.at()))
                .param("index", proposal.ledgerIndex())
                .update();
    }

    void insert(LineState.Approved approved, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO line.approval (proposal, approved_by, approved_at, ledger_index)
                        VALUES (:id, :by, :at, :index)
                        """)
                .param("id", approved.proposal().id().value())
                .param("by", approved.by())
                .param("at", at(approved.at()))
                .param("index", ledgerIndex)
                .update();
    }

    void insert(LineState.Filed filed, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO line.filing (proposal, number, filed_on, filed_by, filed_at,
                            ledger_index)
                        VALUES (:id, :number, :day, :by, :at, :index)
                        """)
                .param("id", filed.proposal().id().value())
                .param("number", filed.number().value())
                .param("day", filed.on())
                .param("by", filed.by())
                .param("at", at(filed.at()))
                .param("index", ledgerIndex)
                .update();
    }

    /**
     * @param keys what came out, canonical JSON
     */
    void insert(ProposalId id, Computation computation, String keys) {
        sql.sql(
                        """
                        INSERT INTO line.computation (proposal, computed_by, computed_at, engine,
                            keys, keys_digest, equal, ledger_index)
                        VALUES (:id, :by, :at, :engine, :keys, :digest, :equal, :index)
                        """)
                .param("id", id.value())
                .param("by", computation.by())
                .param("at", at(computation.at()))
                .param("engine", computation.engine())
                .param("keys", keys)
                .param("digest", computation.keysDigest())
                .param("equal", computation.equal())
                .param("index", computation.ledgerIndex())
                .update();
    }

    /** What a computation came to, as canonical JSON. */
    Optional<String> computedKeys(ProposalId id, UUID by) {
        return sql.sql("SELECT keys FROM line.computation WHERE proposal = ? AND computed_by = ?")
                .params(id.value(), by)
                .query(String.class)
                .optional();
    }

    /**
     * @param province the one it is for; empty for the whole country
     */
    void insert(LineState.Published published, Optional<DivisionCode> province) {
        sql.sql(
                        """
                        INSERT INTO line.publication (proposal, session, province, announcement,
                            published_at)
                        VALUES (:id, :session, :province, :announcement, :at)
                        """)
                .param("id", published.proposal().id().value())
                .param("session", published.proposal().rule().session().value())
                .param("province", province.map(DivisionCode::value).orElse(""))
                .param("announcement", published.announcement())
                .param("at", at(published.at()))
                .update();
    }

    /** The state, with the proposal held until the transaction ends: two clicks, one step. */
    Optional<LineState> hold(ProposalId id) {
        sql.sql("SELECT id FROM line.proposal WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return find(id);
    }

    Optional<LineState> find(ProposalId id) {
        return sql.sql(STATE + " WHERE p.id = :id")
                .param("id", id.value())
                .query((row, n) -> state(row))
                .optional();
    }

    List<LineState> of(SessionId session) {
        return sql.sql(STATE + " WHERE p.session = :session ORDER BY p.proposed_at, p.id")
                .param("session", session.value())
                .query((row, n) -> state(row))
                .list();
    }

    List<LineState> all() {
        return sql.sql(STATE + " ORDER BY p.proposed_at DESC, p.id")
                .query((row, n) -> state(row))
                .list();
    }

    Optional<ProposalFiles> files(ProposalId id) {
        return sql.sql(
                        """
                        SELECT p.dossier, p.pack, s.areas_csv, s.declared_csv
                        FROM line.proposal p JOIN line.snapshot s ON s.id = p.snapshot
                        WHERE p.id = :id
                        """)
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new ProposalFiles(
                                        row.getBytes("dossier"),
                                        row.getBytes("pack"),
                                        row.getBytes("areas_csv"),
                                        row.getBytes("declared_csv")))
                .optional();
    }

    private LineState state(ResultSet row) throws SQLException {
        var proposed = new LineState.Proposed(proposal(row));
        var computed = proposed.computed(computations(proposed.proposal().id()));
        UUID approvedBy = row.getObject("approved_by", UUID.class);
        if (approvedBy == null || !(computed instanceof LineState.Computed agreed)) {
            return computed;
        }
        var approved = new LineState.Approved(agreed, approvedBy, instant(row, "approved_at"));
        String number = row.getString("number");
        if (number == null) {
            return approved;
        }
        var filed =
                new LineState.Filed(
                        approved,
                        new FilingNumber(number),
                        row.getObject("filed_on", LocalDate.class),
                        row.getObject("filed_by", UUID.class),
                        instant(row, "filed_at"));
        UUID announcement = row.getObject("announcement", UUID.class);
        return announcement == null
                ? filed
                : filed.published(announcement, instant(row, "published_at"));
    }

    private List<Computation> computations(ProposalId id) {
        return sql.sql(
                        """
                        SELECT computed_by, computed_at, engine, keys_digest, equal, ledger_index
                        FROM line.computation WHERE proposal = ? ORDER BY computed_at, computed_by
                        """)
                .param(id.value())
                .query(
                        (row, n) ->
                                new Computation(
                                        row.getObject("computed_by", UUID.class),
                                        instant(row, "computed_at"),
                                        row.getString("engine"),
                                        row.getString("keys_digest"),
                                        row.getBoolean("equal"),
                                        row.getLong("ledger_index")))
                .list();
    }

    private static LineState.Proposal proposal(ResultSet row) throws SQLException {
        return new LineState.Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                LineRule.fromJson(Json.parseObject(row.getString("rule"))),
                new SnapshotId(row.getObject("snapshot", UUID.class)),
                AreaScope.read(row.getString("scope")),
                row.getString("dossier_digest"),
                row.getObject("proposed_by", UUID.class),
                instant(row, "proposed_at"),
                row.getLong("ledger_index"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(Beijing.OFFSET);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
