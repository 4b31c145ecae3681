package cutscore.spark;

import cutscore.kernel.csv.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;

/**
 * A roster's headings and some of its rows, as bytes: a small roster of its own.
 *
 * @param roster which of the rosters, from 0
 * @param first whether these are its first rows
 * @param headings up to and with their line end
 * @param rows whole rows
 * @param linesBefore how many lines of the roster stand before these rows, the headings' included
 */
@SuppressWarnings("ArrayRecordComponent") // travels, and is never compared
record Piece(int roster, boolean first, byte[] headings, byte[] rows, long linesBefore)
        implements Serializable {
    /** Of neither encoding; the strict reader refuses it. */
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xff};

    /** Stands for rows that are not of the encoding that the others are of. */
    static Piece unreadable(int roster) {
        return new Piece(roster, false, new byte[0], NO_TEXT, 0);
    }

    /** What the kernel's readers take. */
    CsvSource source() {
        return new CsvSource() {
            @Override
            public String name() {
                return "roster-" + (roster + 1);
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(
                        new ByteArrayInputStream(headings), new ByteArrayInputStream(rows));
            }
        };
    }

    /** How many lines the headings take. */
    long headingLines() {
        long lines = 0;
        for (byte b : headings) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The line in the roster of what stands on this line of the piece. */
    long lineInRoster(long line) {
        return line <= headingLines() ? line : line - headingLines() + linesBefore;
    }
}
