package cutscore.server.line;

import static cutscore.server.line.LineTable.at;
import static cutscore.server.line.LineTable.instant;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.server.roster.ControlTotals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of snapshots and of the typings of their totals. Rows are only ever added. */
@Component
record SnapshotTable(JdbcClient sql) {
    private static final String SELECT =
            """
            SELECT s.id, s.session, s.scope, s.roster_sha256, s.roster_rows, s.roster_half_points,
                   s.rows_digest, s.areas_sha256, s.areas_rows, s.declared_sha256, s.declared_rows,
                   s.sealed_by, s.sealed_at, s.ledger_index, a.agreed_by, a.agreed_at,
                   (SELECT count(*) FROM line.typing t
                    WHERE t.snapshot = s.id AND cardinality(t.differs) > 0) AS attempts
            FROM line.snapshot s
            LEFT JOIN line.agreement a ON a.snapshot = s.id
            """;

    /** The two small inputs as the files they are. */
    @SuppressWarnings("ArrayRecordComponent")
    record Files(byte[] areasCsv, byte[] declaredCsv) {}

    void insert(Snapshot snapshot, Files files) {
        var inputs = snapshot.inputs();
        sql.sql(
                        """
                        INSERT INTO line.snapshot (id, session, scope, roster_sha256, roster_rows,
                            roster_half_points, rows_digest, areas_csv, areas_sha256, areas_rows,
                            declared_csv, declared_sha256, declared_rows, sealed_by, sealed_at,
                            ledger_index)
                        VALUES (:id, :session, :scope, :roster, :rosterRows, :halfPoints, :rows,
                            :areasCsv, :areas, :areaRows, :declaredCsv, :declared, :declaredRows,
                            :by, :at, :index)
                        """)
                .param("id", snapshot.id().value())
                .param("session", snapshot.session().value())
                .param("scope", snapshot.scope().word())
                .param("roster", inputs.roster())
                .param("rosterRows", inputs.totals().rows())
                .param("halfPoints", inputs.totals().halfPoints())
                .param("rows", inputs.rows())
                .param("areasCsv", files.areasCsv())
                .param("areas", inputs.areas())
                .param("areaRows", inputs.areaRows())
                .param("declaredCsv", files.declaredCsv())
                .param("declared", inputs.declared())
                .param("declaredRows", inputs.declaredRows())
                .param("by", snapshot.by())
                .param("at", at(snapshot.at()))
                .param("index", snapshot.ledgerIndex())
                .update();
        insertProvinces(snapshot);
    }

    private void insertProvinces(Snapshot snapshot) {
        for (ClosedProvince closed : snapshot.closed()) {
            sql.sql(
                            """
                            INSERT INTO line.snapshot_province (snapshot, province, closed_at)
                            VALUES (?, ?, ?)
                            """)
                    .params(snapshot.id().value(), closed.province().value(), at(closed.closed()))
                    .update();
        }
        for (MissingProvince missing : snapshot.missing()) {
            sql.sql(
                            """
                            INSERT INTO line.snapshot_province (snapshot, province, missing_why)
                            VALUES (?, ?, ?)
                            """)
                    .params(snapshot.id().value(), missing.province().value(), missing.why())
                    .update();
        }
    }

    void insertTyping(SnapshotId id, UUID by, Instant at, List<TypedTotals.Figure> differs) {
        sql.sql(
                        """
                        INSERT INTO line.typing (snapshot, number, typed_by, typed_at, differs)
                        SELECT :id, count(*) + 1, :by, :at, :differs
                        FROM line.typing WHERE snapshot = :id
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("at", at(at))
                .param("differs", differs.stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    void insertAgreement(SnapshotId id, UUID by, Instant at, long ledgerIndex) {
        sql.sql(
                        """
                        INSERT INTO line.agreement (snapshot, agreed_by, agreed_at, ledger_index)
                        VALUES (?, ?, ?, ?)
                        """)
                .params(id.value(), by, at(at), ledgerIndex)
                .update();
    }

    /** The snapshot, held until the transaction ends: two typings are two attempts. */
    Optional<Snapshot> hold(SnapshotId id) {
        sql.sql("SELECT id FROM line.snapshot WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /**
     * The snapshot, held against another proposal from it until the transaction ends; what points
     * at it may still be added.
     */
    Optional<Snapshot> holdForProposals(SnapshotId id) {
        sql.sql("SELECT id FROM line.snapshot WHERE id = ? FOR NO KEY UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** One sealing at a time in a session, until the transaction ends: two clicks, one snapshot. */
    void oneAtATime(SessionId session) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtext('line.snapshot ' || ?))")
                .param(session.value())
                .query((row, n) -> true)
                .list();
    }

    Optional<Snapshot> find(SnapshotId id) {
        return sql.sql(SELECT + " WHERE s.id = ?")
                .param(id.value())
                .query((row, n) -> snapshot(row))
                .optional();
    }

    List<Snapshot> all() {
        return sql.sql(SELECT + " ORDER BY s.sealed_at DESC, s.id")
                .query((row, n) -> snapshot(row))
                .list();
    }

    Optional<Files> files(SnapshotId id) {
        return sql.sql("SELECT areas_csv, declared_csv FROM line.snapshot WHERE id = ?")
                .param(id.value())
                .query(
                        (row, n) ->
                                new Files(row.getBytes("areas_csv"), row.getBytes("declared_csv")))
                .optional();
    }

    private Snapshot snapshot(ResultSet row) throws SQLException {
        var id = new SnapshotId(row.getObject("id", UUID.class));
        var closed = new ArrayList<ClosedProvince>();
        var missing = new ArrayList<MissingProvince>();
        sql.sql(
                        """
                        SELECT province, closed_at, missing_why FROM line.snapshot_province
                        WHERE snapshot = ? ORDER BY province
                        """)
                .param(id.value())
                .query(
                        (province, n) -> {
                            var code = new DivisionCode(province.getString("province"));
                            String why = province.getString("missing_why");
                            return why == null
                                    ? closed.add(
                                            new ClosedProvince(
                                                    code, instant(province, "closed_at")))
                                    : missing.add(new MissingProvince(code, why));
                        })
                .list();
        return new Snapshot(
                id,
                new SessionId(row.getString("session")),
                AreaScope.read(row.getString("scope")),
                inputs(row),
                closed,
                missing,
                row.getObject("sealed_by", UUID.class),
                instant(row, "sealed_at"),
                row.getLong("ledger_index"),
                row.getInt("attempts"),
                agreement(row));
    }

    private static SealedInputs inputs(ResultSet row) throws SQLException {
        return new SealedInputs(
                row.getString("roster_sha256"),
                new ControlTotals(row.getLong("roster_rows"), row.getLong("roster_half_points")),
                row.getString("rows_digest"),
                row.getString("areas_sha256"),
                row.getLong("areas_rows"),
                row.getString("declared_sha256"),
                row.getLong("declared_rows"));
    }

    private static Optional<Snapshot.Agreement> agreement(ResultSet row) throws SQLException {
        UUID by = row.getObject("agreed_by", UUID.class);
        return by == null
                ? Optional.empty()
                : Optional.of(new Snapshot.Agreement(by, instant(row, "agreed_at")));
    }
}
