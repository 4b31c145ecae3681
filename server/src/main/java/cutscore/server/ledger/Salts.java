package cutscore.server.ledger;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.merkle.Commitment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Commits to records without showing them: HMAC-SHA256 under a fresh salt of 32 bytes. */
final class Salts {
    private static final int LENGTH = 32;

    private final LedgerTable table;
    private final Entropy entropy;

    Salts(LedgerTable table, Entropy entropy) {
        this.table = table;
        this.entropy = entropy;
    }

    List<String> commit(List<byte[]> canonicalRecords, Instant at) {
        var commitments = new ArrayList<String>(canonicalRecords.size());
        var rows = new ArrayList<Object[]>(canonicalRecords.size());
        for (byte[] record : canonicalRecords) {
            byte[] salt = entropy.bytes(LENGTH);
            String commitment = commitment(salt, record);
            commitments.add(commitment);
            rows.add(new Object[] {commitment, salt, LedgerTable.time(at)});
        }
        table.insertSalts(rows);
        return commitments;
    }

    static String commitment(byte[] salt, byte[] canonicalRecord) {
        return Commitment.to(canonicalRecord, salt);
    }
}
