package cutscore.kernel.roster;

import cutscore.kernel.csv.CsvReader;
import cutscore.kernel.id.Qualifications;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The headings of a file that is to be read fast.
 *
 * @param headings without a fault
 * @param lines how many lines stand before the rows, the headings' own included
 * @param end where the line after them begins
 * @param crlf whether their line ends in CRLF
 */
record HeadingLine(RosterHeadings headings, long lines, long end, boolean crlf) {
    private static final int BYTE_ORDER_MARK = 0xBFBBEF;
    private static final int ZIP = 0x4B50;
    private static final int LONGEST = 1 << 20;

    /**
     * @throws GiveUp when there is anything wrong with them, or the file looks like no table
     */
    static HeadingLine read(MemorySegment bytes, String name, Qualifications qualifications)
            throws IOException, GiveUp {
        if (startsWith(bytes, ZIP, 2)) {
            throw new GiveUp();
        }
        var csv = CsvReader.ofLines(name);
        long lines = 0;
        long end = startsWith(bytes, BYTE_ORDER_MARK, 3) ? 3 : 0;
        boolean found = false;
        while (!found) {
            long from = end;
            end = LineEnds.next(bytes, from);
            if (end == from || end - from > LONGEST || at(bytes, end - 1) != '\n') {
                throw new GiveUp();
            }
            byte[] line = bytes.asSlice(from, end - from).toArray(ValueLayout.JAVA_BYTE);
            csv.aim(OddRows.text(line, 0, line.length), ++lines);
            found = csv.next();
        }
        var headings = new RosterHeadings(csv, qualifications);
        if (!csv.endedWithItsLine() || !headings.faults().isEmpty()) {
            throw new GiveUp();
        }
        boolean crlf = end >= 2 && at(bytes, end - 2) == '\r';
        return new HeadingLine(headings, lines, end, crlf);
    }

    private static byte at(MemorySegment bytes, long place) {
        return bytes.get(ValueLayout.JAVA_BYTE, place);
    }

    private static boolean startsWith(MemorySegment bytes, int mark, int length) {
        for (int i = 0; i < length; i++) {
            if (i >= bytes.byteSize() || at(bytes, i) != (byte) (mark >> (8 * i))) {
                return false;
            }
        }
        return true;
    }
}
