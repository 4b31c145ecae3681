package cutscore.server.evidence;

import static java.time.ZoneOffset.UTC;

import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import cutscore.server.database.Gcm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code evidence.file}: names and keys go in sealed, each for its own row. */
@Component
class FileTable {
    private static final String COLUMNS =
            "id, item, given_name, kind, bytes, pages, scan, cipher, file_key, stored_at,"
                    + " attached_at";

    private final JdbcClient sql;
    private final FieldCipher sealing;

    FileTable(JdbcClient sql, FieldCiphers ciphers) {
        this.sql = sql;
        this.sealing = ciphers.forPurpose("evidence");
    }

    /** A file with what opens it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Keyed(EvidenceFile file, Gcm cipher, byte[] key) {}

    /**
     * How many files somebody holds and how many bytes they take, the uploads under way included:
     * those of no declaration yet, and all of one sitting.
     */
    record Held(long loose, long looseBytes, long ofSitting, long bytesOfSitting) {}

    void insert(EvidenceOwner owner, EvidenceFile file, Gcm cipher, byte[] key) {
        sql.sql(
                        """
                        INSERT INTO evidence.file
                            (id, owner, sitting, item, given_name, kind, bytes, pages, scan, cipher,
                             file_key, stored_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(file.id())
                .param(owner.account())
                .param(owner.sitting().orElse(null))
                .param(file.item())
                .param(sealing.seal(file.givenName(), nameRow(file.id())))
                .param(file.kind().name())
                .param(file.bytes())
                .param(file.pages())
                .param(file.scan().name())
                .param(cipher.number())
                .param(sealing.seal(key, keyRow(file.id())))
                .param(file.storedAt().atOffset(UTC))
                .update();
    }

    List<EvidenceFile> of(EvidenceOwner owner) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                   FROM evidence.file
                                 WHERE owner = :owner AND dropped_at IS NULL
                                   AND (:sitting::text IS NULL OR sitting IS NULL
                                        OR sitting = :sitting::text)
                                 ORDER BY stored_at, id
                                """)
                .param("owner", owner.account())
                .param("sitting", owner.sitting().orElse(null))
                .query((row, _) -> keyed(row).file())
                .list();
    }

    Optional<Keyed> find(UUID id) {
        return sql.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM evidence.file WHERE id = ? AND dropped_at IS NULL")
                .param(id)
                .query((row, _) -> keyed(row))
                .optional();
    }

    /** Which of them are there and were not taken away. */
    Set<UUID> kept(Set<UUID> ids) {
        return sql.sql("SELECT id FROM evidence.file WHERE id IN (:ids) AND dropped_at IS NULL")
                .param("ids", ids)
                .query(UUID.class)
                .set();
    }

    boolean belongs(UUID id, UUID owner) {
        return sql.sql("SELECT count(*) FROM evidence.file WHERE id = ? AND owner = ?")
                        .param(id)
                        .param(owner)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Forgets key and name; false where it is attached, another's, or gone already. */
    boolean drop(UUID id, UUID owner, Instant at) {
        return sql.sql(
                                """
                                UPDATE evidence.file
                                   SET file_key = NULL, given_name = NULL, dropped_at = :at
                                 WHERE id = :id AND owner = :owner
                                   AND attached_at IS NULL AND dropped_at IS NULL
                                """)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** How many of them are the owner's and there; those attached already count and stay so. */
    int attach(Collection<UUID> ids, UUID owner, Instant at) {
        sql.sql(
                        """
                        UPDATE evidence.file SET attached_at = :at
                         WHERE id IN (:ids) AND owner = :owner
                           AND attached_at IS NULL AND dropped_at IS NULL
                        """)
                .param("at", at.atOffset(UTC))
                .param("ids", ids)
                .param("owner", owner)
                .update();
        return sql.sql(
                        """
                        SELECT count(*) FROM evidence.file
                         WHERE id IN (:ids) AND owner = :owner AND attached_at IS NOT NULL
                        """)
                .param("ids", ids)
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** One owner's uploads are counted one after the other, until the transaction ends. */
    Held held(EvidenceOwner owner) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:owner, 11))::text")
                .param("owner", owner.account().toString())
                .query(String.class)
                .single();
        return sql.sql(
                        """
                        SELECT count(*) FILTER (WHERE loose) AS loose,
                               coalesce(sum(bytes) FILTER (WHERE loose), 0) AS loose_bytes,
                               count(*) FILTER (WHERE here) AS here,
                               coalesce(sum(bytes) FILTER (WHERE here), 0) AS here_bytes
                          FROM (
                            SELECT bytes, attached_at IS NULL AS loose,
                                   sitting IS NOT DISTINCT FROM :sitting::text AS here
                              FROM evidence.file
                             WHERE owner = :owner AND dropped_at IS NULL
                            UNION ALL
                            SELECT size, true, sitting IS NOT DISTINCT FROM :sitting::text
                              FROM evidence.upload
                             WHERE owner = :owner AND stage IN ('RECEIVING', 'EXAMINING')) AS held
                        """)
                .param("owner", owner.account())
                .param("sitting", owner.sitting().orElse(null))
                .query(
                        (row, _) ->
                                new Held(
                                        row.getLong("loose"),
                                        row.getLong("loose_bytes"),
                                        row.getLong("here"),
                                        row.getLong("here_bytes")))
                .single();
    }

    private Keyed keyed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var file =
                new EvidenceFile(
                        id,
                        row.getString("item"),
                        sealing.openText(row.getBytes("given_name"), nameRow(id)),
                        EvidenceFile.Kind.valueOf(row.getString("kind")),
                        row.getLong("bytes"),
                        row.getInt("pages"),
                        EvidenceFile.Scan.valueOf(row.getString("scan")),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                        row.getObject("attached_at") != null);
        byte[] key = sealing.open(row.getBytes("file_key"), keyRow(id));
        return new Keyed(file, Gcm.of(row.getInt("cipher")), key);
    }

    private static String nameRow(UUID id) {
        return "evidence.file/given_name/" + id;
    }

    private static String keyRow(UUID id) {
        return "evidence.file/file_key/" + id;
    }
}
