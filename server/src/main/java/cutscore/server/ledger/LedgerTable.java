package cutscore.server.ledger;

import cutscore.kernel.merkle.Hash;
import cutscore.kernel.merkle.LedgerEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema {@code ledger}. */
final class LedgerTable {
    private static final int ROWS_AT_ONCE = 1000;

    /** "cutscore" as a number: who holds it publishes. */
    private static final long PUBLISHING = 0x637574_73636f72L;

    private final JdbcClient sql;
    private final JdbcOperations rows;

    LedgerTable(JdbcOperations rows) {
        this.rows = rows;
        this.sql = JdbcClient.create(rows);
    }

    /** What stood before the new entries, and the instant they all carry. */
    record Reserved(long first, Instant sequenced) {}

    /** An entry as it is stored. */
    record Stored(long index, LedgerEntry entry, Hash leaf) {}

    /** An entry on its way in. */
    record Fresh(String kind, Instant at, LedgerEntry entry, Hash leaf) {}

    /** A checkpoint as it was signed. */
    record Signed(long size, Hash root, String note) {}

    /** Locks the head to the end of the transaction. */
    Reserved reserve(int count, Instant now) {
        return sql.sql(
                        """
                        UPDATE ledger.head
                        SET size = size + ?, sequenced_at = greatest(sequenced_at, ?)
                        RETURNING size, sequenced_at
                        """)
                .params(count, time(now))
                .query(
                        (row, number) ->
                                new Reserved(
                                        row.getLong("size") - count,
                                        row.getObject("sequenced_at", OffsetDateTime.class)
                                                .toInstant()))
                .single();
    }

    void insert(long first, List<Fresh> entries) {
        var numbered =
                java.util.stream.IntStream.range(0, entries.size())
                        .mapToObj(i -> row(first + i, entries.get(i)))
                        .toList();
        rows.batchUpdate(
                "INSERT INTO ledger.entry (index, kind, at, bytes, leaf_hash)"
                        + " VALUES (?, ?, ?, ?, ?)",
                numbered);
    }

    private static Object[] row(long index, Fresh fresh) {
        return new Object[] {
            index, fresh.kind, time(fresh.at), fresh.entry.bytes(), fresh.leaf.bytes()
        };
    }

    long size() {
        return sql.sql("SELECT size FROM ledger.head").query(Long.class).single();
    }

    /** In order of index, streamed within the transaction; to be closed. */
    Stream<Stored> entries(long from, long to) {
        return sql
                .sql(
                        """
                        SELECT index, bytes, leaf_hash FROM ledger.entry
                        WHERE index >= ? AND index < ? ORDER BY index
                        """)
                .params(from, to)
                .withFetchSize(ROWS_AT_ONCE)
                .query(
                        (row, number) ->
                                new Stored(
                                        row.getLong("index"),
                                        new LedgerEntry(row.getBytes("bytes")),
                                        Hash.of(row.getBytes("leaf_hash"))))
                .stream();
    }

    Optional<LedgerEntry> entry(long index) {
        return sql.sql("SELECT bytes FROM ledger.entry WHERE index = ?")
                .param(index)
                .query((row, number) -> new LedgerEntry(row.getBytes("bytes")))
                .optional();
    }

    /** One publisher at a time, over all nodes, to the end of the transaction. */
    void lockPublishing() {
        sql.sql("SELECT pg_advisory_xact_lock(?)").param(PUBLISHING).query((row, n) -> n).list();
    }

    Optional<Signed> lastCheckpoint() {
        return sql.sql("SELECT size, root, note FROM ledger.checkpoint ORDER BY size DESC LIMIT 1")
                .query(
                        (row, number) ->
                                new Signed(
                                        row.getLong("size"),
                                        Hash.of(row.getBytes("root")),
                                        row.getString("note")))
                .optional();
    }

    void insert(Signed checkpoint, Instant at) {
        sql.sql("INSERT INTO ledger.checkpoint (size, root, note, at) VALUES (?, ?, ?, ?)")
                .params(checkpoint.size, checkpoint.root.bytes(), checkpoint.note, time(at))
                .update();
    }

    void insertSalts(List<Object[]> commitmentSaltMadeAt) {
        rows.batchUpdate(
                "INSERT INTO ledger.salt (commitment, salt, made_at) VALUES (?, ?, ?)",
                commitmentSaltMadeAt);
    }

    Optional<byte[]> salt(String commitment) {
        return sql.sql("SELECT salt FROM ledger.salt WHERE commitment = ?")
                .param(commitment)
                .query((row, number) -> row.getBytes("salt"))
                .optional();
    }

    boolean deleteSalt(String commitment) {
        return sql.sql("DELETE FROM ledger.salt WHERE commitment = ?").param(commitment).update()
                == 1;
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
