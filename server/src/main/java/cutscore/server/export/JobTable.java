package cutscore.server.export;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.id.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Export jobs in the schema {@code export}. */
@Component
final class JobTable {
    private static final String SELECT =
            """
            SELECT j.*, (SELECT count(*) FROM export.download d WHERE d.job = j.id) AS downloads
            FROM export.job j
            """;

    private final JdbcClient sql;

    JobTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A job in somebody's hands: under this epoch and no other. */
    record Lease(ExportJob job, int epoch) {}

    void insert(ExportJob job) {
        sql.sql(
                        """
                        INSERT INTO export.job
                            (id, officer, officer_name, province, filter, format, purpose_kind,
                             purpose, asked_at, stage, rows_total)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
                        """)
                .param(job.id())
                .param(job.officer())
                .param(job.officerName())
                .param(job.province().value())
                .param(job.filter())
                .param(job.format().name())
                .param(job.kind().name())
                .param(job.purpose())
                .param(job.askedAt().atOffset(UTC))
                .param(job.rowsTotal())
                .update();
    }

    /** One officer's asks are counted one after the other, until the transaction ends. */
    void lock(UUID officer) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 21))::text")
                .param(officer.toString())
                .query(String.class)
                .single();
    }

    /** How many an officer has under way. */
    long underWay(UUID officer) {
        return sql.sql(
                        """
                        SELECT count(*) FROM export.job
                        WHERE officer = ? AND stage IN ('WAITING', 'RUNNING')
                        """)
                .param(officer)
                .query(Long.class)
                .single();
    }

    /** How many rows an officer asked for since then. */
    long rowsSince(UUID officer, Instant since) {
        return sql.sql(
                        """
                        SELECT coalesce(sum(rows_total), 0) FROM export.job
                        WHERE officer = ? AND asked_at > ? AND stage <> 'FAILED'
                        """)
                .params(officer, since.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Takes the next job that nobody works on, or whose worker has been silent for two minutes of
     * the database's clock.
     */
    Optional<Lease> take() {
        return sql.sql(
                        """
                        WITH next AS (
                            SELECT id FROM export.job
                            WHERE stage = 'WAITING'
                               OR stage = 'RUNNING'
                                  AND beat < clock_timestamp() - interval '2 minutes'
                            ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE export.job j
                        SET stage = 'RUNNING', epoch = epoch + 1, beat = clock_timestamp(),
                            rows_done = 0
                        FROM next WHERE j.id = next.id
                        RETURNING j.*, 0 AS downloads
                        """)
                .query((row, _) -> new Lease(job(row), row.getInt("epoch")))
                .optional();
    }

    /** Says how far it is; false when the job is somebody else's by now. */
    boolean beat(Lease lease, long rows) {
        return sql.sql(
                                """
                                UPDATE export.job SET rows_done = ?, beat = clock_timestamp()
                                WHERE id = ? AND epoch = ? AND stage = 'RUNNING'
                                """)
                        .params(rows, lease.job().id(), lease.epoch())
                        .update()
                == 1;
    }

    /** The file is there; false when the job is somebody else's by now. */
    boolean ready(
            Lease lease, long rows, String sha256, Instant at, Instant goneAfter, long index) {
        return sql.sql(
                                """
                                UPDATE export.job
                                SET stage = 'READY', rows_done = ?, sha256 = ?, ready_at = ?,
                                    gone_after = ?, ledger_index = ?
                                WHERE id = ? AND epoch = ? AND stage = 'RUNNING'
                                """)
                        .param(rows)
                        .param(sha256)
                        .param(at.atOffset(UTC))
                        .param(goneAfter.atOffset(UTC))
                        .param(index)
                        .param(lease.job().id())
                        .param(lease.epoch())
                        .update()
                == 1;
    }

    void failed(Lease lease) {
        sql.sql("UPDATE export.job SET stage = 'FAILED' WHERE id = ? AND epoch = ?")
                .params(lease.job().id(), lease.epoch())
                .update();
    }

    /** Those whose day is over. */
    List<ExportJob> over(Instant now) {
        return sql.sql(SELECT + " WHERE stage = 'READY' AND gone_after < ?")
                .param(now.atOffset(UTC))
                .query((row, _) -> job(row))
                .list();
    }

    void gone(UUID job) {
        sql.sql("UPDATE export.job SET stage = 'GONE' WHERE id = ? AND stage = 'READY'")
                .param(job)
                .update();
    }

    void downloaded(UUID job, UUID officer, Instant at) {
        sql.sql("INSERT INTO export.download (job, officer, at) VALUES (?, ?, ?)")
                .params(job, officer, at.atOffset(UTC))
                .update();
    }

    Optional<ExportJob> find(UUID job, DivisionCode province) {
        return sql.sql(SELECT + " WHERE id = ? AND province = ?")
                .params(job, province.value())
                .query((row, _) -> job(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param officer only this one's
     */
    List<ExportJob> of(DivisionCode province, Optional<UUID> officer, int limit) {
        return sql.sql(
                        SELECT
                                + """
                                 WHERE province = :province
                                  AND (:officer::uuid IS NULL OR officer = :officer::uuid)
                                ORDER BY asked_at DESC, id LIMIT :limit
                                """)
                .param("province", province.value())
                .param("officer", officer.orElse(null))
                .param("limit", limit)
                .query((row, _) -> job(row))
                .list();
    }

    private static ExportJob job(ResultSet row) throws SQLException {
        return new ExportJob(
                row.getObject("id", UUID.class),
                row.getObject("officer", UUID.class),
                row.getString("officer_name"),
                new DivisionCode(row.getString("province")),
                row.getString("filter"),
                Format.valueOf(row.getString("format")),
                Purpose.valueOf(row.getString("purpose_kind")),
                row.getString("purpose"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                ExportJob.Stage.valueOf(row.getString("stage")),
                row.getLong("rows_total"),
                row.getLong("rows_done"),
                Optional.ofNullable(row.getString("sha256")),
                Optional.ofNullable(row.getObject("gone_after", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("downloads"));
    }
}
