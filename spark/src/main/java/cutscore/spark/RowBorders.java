package cutscore.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What a chunk of a CSV says about where rows begin in it, whichever way its first byte stands to
 * the quotes. Quotes, commas and line ends are themselves in UTF-8 and in GB18030.
 *
 * @param from its first byte
 * @param lines how many line ends it has
 * @param oddQuotes whether it turns outside into inside
 * @param ifOutside the first row that begins in it, when its first byte stands outside quotes
 * @param ifInside the same, when it stands inside
 */
record RowBorders(long from, long lines, boolean oddQuotes, Border ifOutside, Border ifInside)
        implements Serializable {
    /** Two hundred headings of ten thousand characters, the most the reader takes. */
    private static final int LONGEST_HEADINGS = 8 << 20;

    /**
     * Where a row begins.
     *
     * @param at its first byte, -1 when none begins
     * @param lines line ends of the chunk before it
     */
    record Border(long at, long lines) implements Serializable {
        static final Border NONE = new Border(-1, 0);
    }

    Border first(boolean quoted) {
        return quoted ? ifInside : ifOutside;
    }

    /** Reads the chunk from one byte to another. */
    static RowBorders of(Storage storage, String file, long from, long to) throws IOException {
        byte[] bytes = storage.read(file, from, to);
        Border[] found = {Border.NONE, Border.NONE};
        long lines = 0;
        int inside = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                inside ^= 1;
            } else if (bytes[i] == '\n') {
                lines++;
                // A line end outside quotes for one of the two beginnings is inside for the other.
                if (found[inside].at() < 0) {
                    found[inside] = new Border(from + i + 1, lines);
                }
            }
        }
        return new RowBorders(from, lines, inside == 1, found[0], found[1]);
    }

    /**
     * The file's first row with what blank lines stand before it; the whole of a file that has no
     * more, and nothing of one whose first row never ends.
     */
    static byte[] headings(Storage storage, String file) throws IOException {
        long length = storage.length(file);
        byte[] head = storage.read(file, 0, Math.min(length, LONGEST_HEADINGS));
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < head.length; i++) {
            quoted ^= head[i] == '"';
            any |= head[i] != '\n' && head[i] != '\r';
            if (head[i] == '\n' && !quoted && any) {
                return Arrays.copyOf(head, i + 1);
            }
        }
        return head.length == length ? head : new byte[0];
    }

    static long lineEnds(byte[] bytes) {
        long lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
