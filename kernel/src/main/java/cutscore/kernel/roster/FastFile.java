package cutscore.kernel.roster;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * One roster file laid out for fast reading: its headings, and below them stretches of whole lines
 * that several threads can take. The last lines are copied into more room than they need, so that
 * nobody looks beyond the file.
 */
final class FastFile {
    private final MemorySegment bytes;
    private final MemorySegment tail;
    private final HeadingLine headings;
    private final StretchReader.Opened opened;
    private final long stretch;
    private final long tailFrom;
    private final long tailLength;

    /** What a file is read against, whichever it is. */
    record Setting(
            RosterReader.Exam exam,
            RosterCodes codes,
            NumberList list,
            int faultsKept,
            Sizes sizes) {}

    /**
     * How a file is cut, in bytes.
     *
     * @param stretch what a thread takes at once
     * @param tail how much of the end is copied at least, no less than {@link PlainRows#SLACK}
     */
    record Sizes(long stretch, long tail) {
        static final Sizes USUAL = new Sizes(4L << 20, 4096);
    }

    /**
     * @throws GiveUp when its headings or its end are not as they should be
     */
    FastFile(RosterFile file, Setting setting, Arena arena) throws IOException, GiveUp {
        String name = file.source().name();
        bytes = file.bytes(arena);
        headings = HeadingLine.read(bytes, name, setting.exam().qualifications());
        var columns = new Columns(headings.headings(), setting.codes(), headings.crlf());
        if (!columns.suitFastReading()) {
            throw new GiveUp();
        }
        opened = new StretchReader.Opened(name, setting, headings.headings(), columns);
        stretch = setting.sizes().stretch();
        long size = bytes.byteSize();
        long cut = Math.max(headings.end(), size - setting.sizes().tail());
        tailFrom = LineEnds.lastBegin(bytes, headings.end(), cut);
        boolean open = tailFrom < size && bytes.get(Swar.BYTE, size - 1) != '\n';
        if (size - tailFrom > Sizes.USUAL.stretch()
                || (open && bytes.get(Swar.BYTE, size - 1) == '\r')) {
            throw new GiveUp();
        }
        tailLength = size - tailFrom + (open ? 1 : 0);
        tail = arena.allocate(tailLength + PlainRows.SLACK);
        MemorySegment.copy(bytes, tailFrom, tail, 0, size - tailFrom);
        if (open) {
            tail.set(Swar.BYTE, tailLength - 1, (byte) '\n');
        }
    }

    MemorySegment bytes() {
        return bytes;
    }

    /** How many stretches there are; the last is the file's tail. */
    int stretches() {
        return Math.toIntExact((tailFrom - headings.end() + stretch - 1) / stretch) + 1;
    }

    /** How much of the file a stretch is, about; all of them are all of it. */
    long bytesOf(int number) {
        long from = number == 0 ? 0 : headings.end() + number * stretch;
        long to = headings.end() + (number + 1) * stretch;
        return number == stretches() - 1
                ? bytes.byteSize() - (number == 0 ? 0 : tailFrom)
                : Math.min(to, tailFrom) - from;
    }

    /** Reads stretches for one thread. */
    final class Reader {
        private final StretchReader body;
        private final StretchReader end;

        Reader(RowSink sink, Optional<Fingerprints> prints) {
            body = new StretchReader(bytes, opened, sink, prints);
            end = new StretchReader(tail, opened, sink, prints);
        }

        Stretch read(int number) throws GiveUp {
            if (number == stretches() - 1) {
                return end.read(0, tailLength);
            }
            long from = headings.end() + number * stretch;
            return body.read(lineFrom(from), lineFrom(Math.min(from + stretch, tailFrom)));
        }

        /** Where the first line at or after this place begins. */
        private long lineFrom(long place) {
            boolean begins = place == headings.end() || place == tailFrom;
            return begins ? place : LineEnds.next(bytes, place - 1, tailFrom);
        }
    }

    /** What the file is found to be when all its stretches are read. */
    RosterReport report(List<Stretch> stretches, String sha256) {
        var findings = new Findings(opened.setting().faultsKept());
        headings.headings().notes().forEach(n -> findings.note(n.code() + n.what().en(), n));
        long lines = headings.lines();
        long rows = 0;
        for (Stretch stretch : stretches) {
            findings.join(stretch.findings(), lines);
            lines += stretch.lines();
            rows += stretch.rows();
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
