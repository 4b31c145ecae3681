package cutscore.server.roster;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.server.roster.RosterUpload.Stage;
import cutscore.server.roster.RosterUpload.Trial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way in, in schema {@code roster}. */
@Component
class ImportTable {
    private final JdbcClient sql;

    ImportTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(RosterUpload upload) {
        sql.sql(
                        """
                        INSERT INTO roster.upload
                            (id, session, file_name, file_sha256, file_size, uploaded_by,
                             uploaded_at, stage)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        upload.id(),
                        upload.session().value(),
                        upload.fileName(),
                        upload.fileSha256(),
                        upload.bytes(),
                        upload.by(),
                        upload.at().atOffset(UTC),
                        upload.stage().name())
                .update();
    }

    Optional<RosterUpload> find(UUID id) {
        return sql.sql("SELECT * FROM roster.upload WHERE id = ?")
                .param(id)
                .query((row, _) -> upload(row))
                .optional();
    }

    /** Of one session and file, not dropped, the newest. */
    Optional<RosterUpload> same(SessionId session, String fileSha256) {
        return sql.sql(
                        """
                        SELECT * FROM roster.upload
                         WHERE session = ? AND file_sha256 = ? AND stage <> 'DROPPED'
                         ORDER BY uploaded_at DESC LIMIT 1
                        """)
                .params(session.value(), fileSha256)
                .query((row, _) -> upload(row))
                .optional();
    }

    /** Not yet imported or dropped, newest first. */
    List<RosterUpload> open() {
        return sql.sql(
                        """
                        SELECT * FROM roster.upload WHERE stage NOT IN ('IMPORTED', 'DROPPED')
                         ORDER BY uploaded_at DESC LIMIT 50
                        """)
                .query((row, _) -> upload(row))
                .list();
    }

    /**
     * What a worker holds: it writes only while nobody has claimed, or dropped, the file since.
     *
     * @param working the stage that the claim has set
     * @param epoch the number of the claim
     */
    record Claim(UUID upload, Stage working, int epoch) {}

    /**
     * Takes it up, unless somebody else has: one worker at a time, another when its heart stopped.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Claim> claim(UUID id, Stage from, Stage working) {
        return sql.sql(
                        """
                        UPDATE roster.upload
                           SET stage = :working, beat = clock_timestamp(), rows_read = 0,
                               epoch = epoch + 1
                         WHERE id = :id AND (stage = :from OR (stage = :working
                           AND beat < clock_timestamp() - interval '1 minute'))
                        RETURNING epoch
                        """)
                .param("working", working.name())
                .param("id", id)
                .param("from", from.name())
                .query((row, _) -> new Claim(id, working, row.getInt("epoch")))
                .optional();
    }

    /**
     * Keeps others from claiming it.
     *
     * @return false when it is no longer this claim's
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean beat(Claim claim) {
        return sql.sql(
                                """
                                UPDATE roster.upload SET beat = clock_timestamp()
                                 WHERE id = ? AND stage = ? AND epoch = ?
                                """)
                        .params(claim.upload(), claim.working().name(), claim.epoch())
                        .update()
                == 1;
    }

    /**
     * Seen at once by everybody, whatever becomes of the work.
     *
     * @return false when it is no longer this claim's
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean beat(Claim claim, long rows) {
        return sql.sql(
                                """
                                UPDATE roster.upload SET beat = clock_timestamp(), rows_read = ?
                                 WHERE id = ? AND stage = ? AND epoch = ?
                                """)
                        .params(rows, claim.upload(), claim.working().name(), claim.epoch())
                        .update()
                == 1;
    }

    /**
     * Ends it, whoever may be reading it, unless it is being imported or is.
     *
     * @return whether it is dropped
     */
    boolean drop(UUID id) {
        return sql.sql(
                                """
                                UPDATE roster.upload SET stage = 'DROPPED'
                                 WHERE id = ? AND stage NOT IN ('IMPORTING', 'IMPORTED')
                                """)
                        .param(id)
                        .update()
                == 1;
    }

    /** Says what was found; of a claim that has passed to another, nothing. */
    @Transactional
    public void found(Claim claim, Stage stage, Trial trial, List<Finding> findings) {
        var id = claim.upload();
        int mine =
                sql.sql(
                                """
                                UPDATE roster.upload SET stage = ?, rows_read = ?, fault_count = ?,
                                       taken_before = ?, fresh = ?, changed = ?, same = ?, gone = ?,
                                       conflicts = ?, against = ?
                                 WHERE id = ? AND stage = ? AND epoch = ?
                                """)
                        .params(
                                stage.name(),
                                trial.rows(),
                                trial.faults(),
                                trial.takenBefore(),
                                trial.fresh(),
                                trial.changed(),
                                trial.same(),
                                trial.gone(),
                                trial.conflicts())
                        .param(trial.against().map(RosterId::value).orElse(null))
                        .param(id)
                        .param(claim.working().name())
                        .param(claim.epoch())
                        .update();
        if (mine == 0) {
            return;
        }
        sql.sql("DELETE FROM roster.staging_finding WHERE upload = ?").param(id).update();
        for (int i = 0; i < findings.size(); i++) {
            finding(id, i, findings.get(i));
        }
    }

    private void finding(UUID id, int ordinal, Finding finding) {
        sql.sql("INSERT INTO roster.staging_finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        ordinal,
                        finding.kind().name(),
                        finding.place(),
                        finding.what().zh(),
                        finding.what().en(),
                        finding.mend().zh(),
                        finding.mend().en())
                .update();
    }

    List<Finding> findings(UUID id) {
        return sql.sql("SELECT * FROM roster.staging_finding WHERE upload = ? ORDER BY ordinal")
                .param(id)
                .query(
                        (row, _) ->
                                new Finding(
                                        Finding.Kind.valueOf(row.getString("kind")),
                                        row.getString("place"),
                                        new Words(
                                                row.getString("what_zh"), row.getString("what_en")),
                                        new Words(
                                                row.getString("mend_zh"),
                                                row.getString("mend_en"))))
                .list();
    }

    /**
     * It has become a roster.
     *
     * @return false when it is no longer this claim's
     */
    boolean imported(Claim claim, RosterId roster) {
        return sql.sql(
                                """
                                UPDATE roster.upload SET stage = 'IMPORTED', roster = ?
                                 WHERE id = ? AND stage = ? AND epoch = ?
                                """)
                        .params(
                                roster.value(),
                                claim.upload(),
                                claim.working().name(),
                                claim.epoch())
                        .update()
                == 1;
    }

    private static RosterUpload upload(ResultSet row) throws SQLException {
        return new RosterUpload(
                row.getObject("id", UUID.class),
                new SessionId(row.getString("session")),
                row.getString("file_name"),
                row.getString("file_sha256"),
                row.getLong("file_size"),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                Stage.valueOf(row.getString("stage")),
                new Trial(
                        row.getLong("rows_read"),
                        row.getLong("fault_count"),
                        row.getLong("taken_before"),
                        row.getLong("fresh"),
                        row.getLong("changed"),
                        row.getLong("same"),
                        row.getLong("gone"),
                        row.getLong("conflicts"),
                        roster(row, "against")),
                roster(row, "roster"));
    }

    private static Optional<RosterId> roster(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(RosterId::new);
    }
}
