package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches and which awards are in them. */
@Component
class BatchTable {
    private final JdbcClient sql;

    BatchTable(JdbcClient sql) {
        this.sql = sql;
    }

    record Batch(
            BatchId id,
            SessionId session,
            DivisionCode province,
            int size,
            String digest,
            UUID preparedBy,
            Optional<UUID> approvedBy) {}

    void add(Batch batch, Instant at, List<UUID> declarations) {
        sql.sql(
                        """
                        INSERT INTO certificate.batch
                            (id, session, province, size, digest, prepared_by, prepared_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        batch.id().value(),
                        batch.session().value(),
                        batch.province().value(),
                        batch.size(),
                        batch.digest(),
                        batch.preparedBy(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql(
                        """
                        INSERT INTO certificate.batch_award (declaration, batch)
                        SELECT unnest(?::uuid[]), ?
                        """)
                .params(declarations.toArray(UUID[]::new), batch.id().value())
                .update();
    }

    /** Locks the row, so that two approvals of one batch meet each other. */
    Optional<Batch> lock(BatchId id) {
        return sql.sql(
                        """
                        SELECT id, session, province, size, digest, prepared_by, approved_by
                        FROM certificate.batch WHERE id = ? FOR UPDATE
                        """)
                .param(id.value())
                .query(BatchTable::read)
                .optional();
    }

    Optional<Batch> find(BatchId id) {
        return sql.sql(
                        """
                        SELECT id, session, province, size, digest, prepared_by, approved_by
                        FROM certificate.batch WHERE id = ?
                        """)
                .param(id.value())
                .query(BatchTable::read)
                .optional();
    }

    /** The awards in it, in the order that its digest was made of. */
    List<UUID> declarations(BatchId id) {
        return sql.sql(
                        """
                        SELECT a.declaration FROM certificate.batch_award b
                        JOIN certificate.award a ON a.declaration = b.declaration
                        WHERE b.batch = ? AND a.outcome = 'awarded' ORDER BY a.admission_number
                        """)
                .param(id.value())
                .query(UUID.class)
                .list();
    }

    void approve(BatchId id, UUID by, Instant at) {
        sql.sql("UPDATE certificate.batch SET approved_by = ?, approved_at = ? WHERE id = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    private static Batch read(ResultSet row, int n) throws SQLException {
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                new SessionId(row.getString("session")),
                new DivisionCode(row.getString("province")),
                row.getInt("size"),
                row.getString("digest"),
                row.getObject("prepared_by", UUID.class),
                Optional.ofNullable(row.getObject("approved_by", UUID.class)));
    }
}
