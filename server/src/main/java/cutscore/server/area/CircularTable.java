package cutscore.server.area;

import static java.time.ZoneOffset.UTC;

import cutscore.kernel.seal.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The circulars in the schema {@code area}. */
@Component
final class CircularTable {
    private static final String SELECT =
            """
            SELECT id, sha256, content, draft, stage, entered_by, entered_at, confirmed_by, agreed_by
            FROM area.circular
            """;

    private final JdbcClient sql;

    CircularTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(CircularOnRecord circular) {
        sql.sql(
                        """
                        INSERT INTO area.circular
                            (id, sha256, content, draft, stage, entered_by, entered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(circular.id().value())
                .param(circular.sha256())
                .param(circular.text())
                .param(circular.draft().canonical())
                .param(circular.stage().name())
                .param(circular.enteredBy())
                .param(circular.enteredAt().atOffset(UTC))
                .update();
    }

    Optional<CircularOnRecord> find(CircularId id) {
        return one(SELECT + " WHERE id = ?", id);
    }

    /** The circular, locked until the transaction ends, so that two officers cannot cross. */
    Optional<CircularOnRecord> lock(CircularId id) {
        return one(SELECT + " WHERE id = ? FOR UPDATE", id);
    }

    private Optional<CircularOnRecord> one(String select, CircularId id) {
        return sql.sql(select).param(id.value()).query((row, _) -> circular(row)).optional();
    }

    List<CircularOnRecord> all() {
        return sql.sql(SELECT + " ORDER BY entered_at DESC, id")
                .query((row, _) -> circular(row))
                .list();
    }

    boolean isInForce(String sha256) {
        return sql.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM area.circular
                                       WHERE sha256 = ? AND stage = 'IN_FORCE')
                        """)
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    void confirm(CircularId id, UUID by, Instant at) {
        sql.sql(
                        """
                        UPDATE area.circular
                        SET stage = 'CONFIRMED', confirmed_by = ?, confirmed_at = ?
                        WHERE id = ? AND stage = 'ENTERED'
                        """)
                .params(by, at.atOffset(UTC), id.value())
                .update();
    }

    void agree(CircularId id, UUID by, Instant at) {
        sql.sql(
                        """
                        UPDATE area.circular
                        SET stage = 'IN_FORCE', agreed_by = ?, agreed_at = ?
                        WHERE id = ? AND stage = 'CONFIRMED'
                        """)
                .params(by, at.atOffset(UTC), id.value())
                .update();
    }

    private static CircularOnRecord circular(ResultSet row) throws SQLException {
        return new CircularOnRecord(
                new CircularId(row.getObject("id", UUID.class)),
                row.getString("sha256"),
                row.getString("content"),
                Json.parseObject(row.getString("draft")),
                CircularOnRecord.Stage.valueOf(row.getString("stage")),
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)),
                Optional.ofNullable(row.getObject("agreed_by", UUID.class)));
    }
}
