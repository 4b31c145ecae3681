package cutscore.sheet;

import cutscore.kernel.seal.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A row's fingerprint: equal as long as nobody touches a cell. It stands in the row it is of, and
 * says only whether that row was taken before; every row is read again all the same.
 */
final class RowPrint {
    private static final int LENGTH = 16;

    private RowPrint() {}

    /**
     * @param texts of the table's own columns; blank ones at the end do not count
     */
    static String of(List<String> texts) {
        int size = texts.size();
        while (size > 0 && texts.get(size - 1).isEmpty()) {
            size--;
        }
        String joined = String.join("\u001f", texts.subList(0, size));
        return Digest.hex(joined.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }
}
