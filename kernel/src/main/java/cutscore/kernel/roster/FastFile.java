package cutscore.kernel.roster;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * One roster file laid out for fast reading: its headings, and below them stretches of whole lines
 * that several threads can take.
 */
final class FastFile {
    /** What a thread takes at once: it stays in the processor's cache while it is read. */
    static final int USUAL_STRETCH = 1 << 18;

    private static final long LONGEST_LINE = 1 << 20;

    private final MemorySegment bytes;
    private final long size;
    private final HeadingLine headings;
    private final StretchReader.Opened opened;
    private final long stretch;

    /**
     * What a file is read against, whichever it is.
     *
     * @param stretch how much of a file a thread takes at once, in bytes
     */
    record Setting(
            RosterReader.Exam exam,
            RosterCodes codes,
            NumberList list,
            int faultsKept,
            int stretch) {}

    /**
     * @throws GiveUp when its headings or its end are not as they should be
     */
    FastFile(RosterFile file, Setting setting, Arena arena) throws IOException, GiveUp {
        String name = file.source().name();
        bytes = file.bytes(arena);
        size = bytes.byteSize();
        stretch = setting.stretch();
        headings = HeadingLine.read(bytes, name, setting.exam().qualifications());
        var columns = new Columns(headings.headings(), setting.codes(), headings.crlf());
        // A carriage return at the very end is a fault that a line feed would hide.
        if (!columns.suitFastReading() || last() == '\r') {
            throw new GiveUp();
        }
        opened = new StretchReader.Opened(name, setting, headings.headings(), columns);
    }

    private byte last() {
        return bytes.get(ValueLayout.JAVA_BYTE, size - 1);
    }

    MemorySegment bytes() {
        return bytes;
    }

    int stretches() {
        return Math.toIntExact((size - headings.end() + stretch - 1) / stretch);
    }

    /** How much of the file a stretch is, about; all of them are all of it. */
    long bytesOf(int number) {
        long from = number == 0 ? 0 : headings.end() + number * stretch;
        return Math.min(headings.end() + (number + 1) * stretch, size) - from;
    }

    /** Reads stretches for one thread. */
    final class Reader {
        private final StretchReader lines;
        private byte[] text = new byte[0];

        Reader(RowSink sink, Optional<Fingerprints> prints) {
            lines = new StretchReader(opened, sink, prints);
        }

        Stretch read(int number) throws GiveUp {
            long from = lineFrom(headings.end() + number * stretch);
            long to = lineFrom(headings.end() + (number + 1) * stretch);
            if (to - from > stretch + LONGEST_LINE) {
                throw new GiveUp();
            }
            int length = (int) (to - from);
            if (text.length < length + 1 + PlainRows.SLACK) {
                text = new byte[length + 1 + PlainRows.SLACK];
            }
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, text, 0, length);
            if (to == size && length > 0 && text[length - 1] != '\n') {
                text[length++] = '\n';
            }
            return lines.read(text, length);
        }

        /** Where the first line at or after this place begins. */
        private long lineFrom(long place) {
            return place == headings.end()
                    ? place
                    : place >= size ? size : LineEnds.next(bytes, place - 1);
        }
    }

    /** What the file is found to be when all its stretches are read. */
    RosterReport report(List<Stretch> stretches, String sha256) {
        var findings = new Findings(opened.setting().faultsKept());
        headings.headings().notes().forEach(n -> findings.note(n.code() + n.what().en(), n));
        long lines = headings.lines();
        long rows = 0;
        for (Stretch read : stretches) {
            findings.join(read.findings(), lines);
            lines += read.lines();
            rows += read.rows();
        }
        if (rows == 0) {
            findings.fault(RosterReader.empty(opened.name()));
        }
        return new RosterReport(
                opened.name(),
                rows,
                "UTF-8",
                sha256,
                findings.faultCount(),
                findings.faults(),
                findings.notes());
    }
}
