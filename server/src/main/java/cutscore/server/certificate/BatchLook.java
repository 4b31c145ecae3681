package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for the pages of batches; writes nothing. */
@Component
record BatchLook(JdbcClient sql) {
    private static final String BATCHES =
            """
            SELECT b.id, b.session, b.province, b.size, b.digest, b.prepared_by, b.prepared_at,
                b.approved_by, b.approved_at,
                (SELECT count(*) FROM certificate.certificate c
                 WHERE c.batch = b.id AND c.state <> 'NUMBERED') AS issued,
                (SELECT count(*) FROM certificate.certificate c
                 WHERE c.batch = b.id AND c.state = 'ANNULLED') AS annulled
            FROM certificate.batch b
            """;

    List<AwardStanding> standing(SessionId session) {
        return sql.sql(
                        """
                        SELECT a.province, a.outcome, a.route, count(*) AS people,
                            count(b.batch) AS batched,
                            count(*) FILTER (WHERE c.state <> 'NUMBERED') AS issued,
                            count(*) FILTER (WHERE c.state = 'ANNULLED') AS annulled
                        FROM certificate.award a
                        LEFT JOIN certificate.batch_award b ON b.declaration = a.declaration
                        LEFT JOIN certificate.certificate c ON c.declaration = a.declaration
                        WHERE a.session = ?
                        GROUP BY a.province, a.outcome, a.route
                        ORDER BY a.province, a.outcome, a.route
                        """)
                .param(session.value())
                .query(BatchLook::standing)
                .list();
    }

    /** The newest first. */
    List<BatchOnRecord> all() {
        return sql.sql(BATCHES + " ORDER BY b.prepared_at DESC, b.id")
                .query(BatchLook::batch)
                .list();
    }

    Optional<BatchOnRecord> find(BatchId id) {
        return sql.sql(BATCHES + " WHERE b.id = ?")
                .param(id.value())
                .query(BatchLook::batch)
                .optional();
    }

    /** Approved, and not wholly issued. */
    List<BatchId> unfinished() {
        return sql.sql(
                        """
                        SELECT b.id FROM certificate.batch b
                        WHERE b.approved_by IS NOT NULL AND b.size >
                            (SELECT count(*) FROM certificate.certificate c
                             WHERE c.batch = b.id AND c.state <> 'NUMBERED')
                        ORDER BY b.approved_at
                        """)
                .query((row, _) -> new BatchId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of a batch that have a number, after that one, in the order of numbers. */
    List<Batches.Paper> papers(BatchId batch, String after, int most) {
        return sql.sql(
                        """
                        SELECT c.number, c.declaration, a.qualification, a.route, c.state
                        FROM certificate.certificate c
                        JOIN certificate.award a ON a.declaration = c.declaration
                        WHERE c.batch = ? AND c.number > ? AND c.state <> 'NUMBERED'
                        ORDER BY c.number LIMIT ?
                        """)
                .params(batch.value(), after, most)
                .query(
                        (row, _) ->
                                new Batches.Paper(
                                        new CertificateNumber(row.getString("number")),
                                        row.getString("qualification"),
                                        route(row).orElseThrow(),
                                        CertificateOnRecord.State.valueOf(row.getString("state"))))
                .list();
    }

    private static AwardStanding standing(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new AwardStanding(
                new DivisionCode(row.getString("province")),
                Arrays.stream(AwardOutcome.values())
                        .filter(one -> one.word().equals(outcome))
                        .findFirst()
                        .orElseThrow(),
                route(row),
                row.getLong("people"),
                row.getLong("batched"),
                row.getLong("issued"),
                row.getLong("annulled"));
    }

    private static Optional<IssueRoute> route(ResultSet row) throws SQLException {
        String word = row.getString("route");
        return Arrays.stream(IssueRoute.values()).filter(r -> r.word().equals(word)).findFirst();
    }

    private static BatchOnRecord batch(ResultSet row, int n) throws SQLException {
        var by = Optional.ofNullable(row.getObject("approved_by", UUID.class));
        var at = row.getObject("approved_at", OffsetDateTime.class);
        return new BatchOnRecord(
                new BatchId(row.getObject("id", UUID.class)),
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                row.getInt("size"),
                row.getString("digest"),
                row.getObject("prepared_by", UUID.class),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                by.map(who -> new BatchOnRecord.Approval(who, at.toInstant())),
                row.getInt("issued"),
                row.getInt("annulled"),
                false);
    }
}
