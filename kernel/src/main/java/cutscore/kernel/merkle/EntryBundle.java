package cutscore.kernel.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Entries in a row, each after its length in two bytes, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {
    private byte[] content = new byte[16 * 1024];
    private int length;

    EntryBundle() {}

    void append(LedgerEntry entry) {
        byte[] bytes = entry.bytes();
        if (length + 2 + bytes.length > content.length) {
            content =
                    Arrays.copyOf(content, Math.max(2 * content.length, length + 2 + bytes.length));
        }
        content[length++] = (byte) (bytes.length >> 8);
        content[length++] = (byte) bytes.length;
        System.arraycopy(bytes, 0, content, length, bytes.length);
        length += bytes.length;
    }

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return Arrays.copyOf(content, length);
    }

    /** The entries of a bundle; empty when a length leads beyond its end. */
    public static Optional<List<LedgerEntry>> read(byte[] bundle) {
        var entries = new ArrayList<LedgerEntry>(TilePath.FULL);
        int at = 0;
        while (at + 2 <= bundle.length) {
            int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
            at += 2;
            if (at + length > bundle.length) {
                return Optional.empty();
            }
            entries.add(new LedgerEntry(Arrays.copyOfRange(bundle, at, at + length)));
            at += length;
        }
        return at == bundle.length ? Optional.of(entries) : Optional.empty();
    }
}
