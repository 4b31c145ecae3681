package cutscore.server.evidence;

import static java.time.ZoneOffset.UTC;

import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import cutscore.server.database.Gcm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code evidence.upload}: what is on its way, and what became of it. */
@Component
class UploadTable {
    private static final String UPLOAD =
            """
            SELECT id, owner, sitting, item, given_name, size, received, on_disk, cipher, file_key, stage,
                   refusal, file
              FROM evidence.upload
            """;

    private final JdbcClient sql;
    private final FieldCipher sealing;

    UploadTable(JdbcClient sql, FieldCiphers ciphers) {
        this.sql = sql;
        this.sealing = ciphers.forPurpose("evidence");
    }

    enum Stage {
        RECEIVING,
        EXAMINING,
        STORED,
        REFUSED,
        ABANDONED
    }

    /**
     * @param onDisk how many bytes of its file count; what lies behind them was never acknowledged
     * @param name and {@code key}: empty once it has ended
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Upload(
            UUID id,
            EvidenceOwner owner,
            String item,
            String name,
            long size,
            long received,
            long onDisk,
            Gcm cipher,
            byte[] key,
            Stage stage,
            @Nullable String refusal,
            @Nullable UUID file) {}

    /** False when the owner used the key before. */
    boolean insert(Upload upload, String idemKey, Instant at) {
        return sql.sql(
                                """
                                INSERT INTO evidence.upload
                                    (id, owner, sitting, item, idem_key, given_name, size, cipher,
                                     file_key, begun_at, touched_at)
                                VALUES (:id, :owner, :sitting, :item, :idem, :name, :size, :cipher,
                                        :key, :at, :at)
                                ON CONFLICT (owner, idem_key) DO NOTHING
                                """)
                        .param("id", upload.id())
                        .param("owner", upload.owner().account())
                        .param("sitting", upload.owner().sitting().orElse(null))
                        .param("item", upload.item())
                        .param("idem", idemKey)
                        .param("name", sealing.seal(upload.name(), row("given_name", upload.id())))
                        .param("size", upload.size())
                        .param("cipher", upload.cipher().number())
                        .param("key", sealing.seal(upload.key(), row("file_key", upload.id())))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Upload> find(UUID id) {
        return sql.sql(UPLOAD + " WHERE id = ?")
                .param(id)
                .query((row, _) -> upload(row))
                .optional();
    }

    Optional<Upload> byKey(UUID owner, String idemKey) {
        return sql.sql(UPLOAD + " WHERE owner = ? AND idem_key = ?")
                .param(owner)
                .param(idemKey)
                .query((row, _) -> upload(row))
                .optional();
    }

    /** Its pieces are written one after the other. */
    Optional<Upload> lock(UUID id) {
        return sql.sql(UPLOAD + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, _) -> upload(row))
                .optional();
    }

    void advance(UUID id, long received, long onDisk, Stage stage, Instant at) {
        sql.sql(
                        """
                        UPDATE evidence.upload
                           SET received = ?, on_disk = ?, stage = ?, touched_at = ?
                         WHERE id = ? AND stage = 'RECEIVING'
                        """)
                .param(received)
                .param(onDisk)
                .param(stage.name())
                .param(at.atOffset(UTC))
                .param(id)
                .update();
    }

    /** Says what became of it and forgets name and key; false when somebody said so before. */
    boolean end(UUID id, Stage stage, @Nullable String refusal, @Nullable UUID file, Instant at) {
        return sql.sql(
                                """
                                UPDATE evidence.upload
                                   SET stage = :stage, refusal = :refusal, file = :file,
                                       touched_at = :at, file_key = NULL, given_name = NULL,
                                       received = CASE WHEN :stage = 'ABANDONED' THEN received
                                                       ELSE size END
                                 WHERE id = :id AND stage IN ('RECEIVING', 'EXAMINING')
                                """)
                        .param("stage", stage.name())
                        .param("refusal", refusal)
                        .param("file", file)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Which of them have not ended. */
    Set<UUID> onTheirWay(Set<UUID> ids) {
        return sql.sql(
                        """
                        SELECT id FROM evidence.upload
                         WHERE id IN (:ids) AND stage IN ('RECEIVING', 'EXAMINING')
                        """)
                .param("ids", ids)
                .query(UUID.class)
                .set();
    }

    List<UUID> examining() {
        return sql.sql("SELECT id FROM evidence.upload WHERE stage = 'EXAMINING' ORDER BY begun_at")
                .query(UUID.class)
                .list();
    }

    List<UUID> untouchedSince(Instant moment) {
        return sql.sql(
                        """
                        SELECT id FROM evidence.upload
                         WHERE stage = 'RECEIVING' AND touched_at < ?
                        """)
                .param(moment.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    private Upload upload(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        byte[] name = row.getBytes("given_name");
        byte[] key = row.getBytes("file_key");
        return new Upload(
                id,
                new EvidenceOwner(
                        row.getObject("owner", UUID.class),
                        Optional.ofNullable(row.getString("sitting"))),
                row.getString("item"),
                name == null ? "" : sealing.openText(name, row("given_name", id)),
                row.getLong("size"),
                row.getLong("received"),
                row.getLong("on_disk"),
                Gcm.of(row.getInt("cipher")),
                key == null ? new byte[0] : sealing.open(key, row("file_key", id)),
                Stage.valueOf(row.getString("stage")),
                row.getString("refusal"),
                row.getObject("file", UUID.class));
    }

    private static String row(String column, UUID id) {
        return "evidence.upload/" + column + "/" + id;
    }
}
