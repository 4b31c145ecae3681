package cutscore.kernel.roster;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Reads stretches of whole lines: plain rows at full speed, any other line by the strict reader's
 * rules. Used by one thread.
 */
final class StretchReader {
    private final MemorySegment bytes;
    private final PlainRows plain;
    private final Opened file;
    private final RowSink sink;
    private final SinkFeed feed;
    private final Optional<Fingerprints> prints;
    private final NumberList list;
    private final DivisionCodes divisions;
    private final int[] notedTimes;

    /** A file as all its readers see it. */
    record Opened(
            String name, FastFile.Setting setting, RosterHeadings headings, Columns columns) {}

    /**
     * @param bytes as many more than the stretches to be read as {@link PlainRows#SLACK}
     * @param prints takes the fingerprints of all numbers, if wanted
     */
    StretchReader(MemorySegment bytes, Opened file, RowSink sink, Optional<Fingerprints> prints) {
        this.bytes = bytes;
        this.file = file;
        this.sink = sink;
        this.prints = prints;
        var setting = file.setting();
        this.list = setting.list();
        this.divisions = setting.codes().codes();
        this.feed = new SinkFeed(setting.codes(), list, sink);
        this.plain = new PlainRows(bytes, file.columns(), setting.codes());
        this.notedTimes = new int[divisions.size()];
    }

    /**
     * @param from where a line begins
     * @param to where a line begins, or the end
     */
    Stretch read(long from, long to) throws GiveUp {
        var findings = new Findings(file.setting().faultsKept());
        var odd = new OddRows(bytes, file.name(), file.headings(), file.setting().exam(), findings);
        long lines = 0;
        long rows = 0;
        for (long at = from; at < to; lines++) {
            long next = plain.read(at);
            if (next != PlainRows.ODD && isCounted()) {
                take();
                rows++;
            } else {
                next = LineEnds.next(bytes, at, to);
                odd(odd, at, next, lines + 1);
            }
            at = next;
        }
        recount(findings);
        return new Stretch(findings, lines, rows + odd.rows());
    }

    /** Whether nothing is to be noted of the plain row, or only that something came up again. */
    private boolean isCounted() {
        int division = plain.division();
        if (divisions.noteKey(division).isEmpty()) {
            return true;
        }
        return ++notedTimes[division] > 1;
    }

    private void take() {
        prints.ifPresent(all -> all.add(plain.print()));
        sink.take(
                plain.qualification(),
                plain.division() - 1,
                plain.first(),
                plain.second(),
                plain.third(),
                plain.voided(),
                list.size() == 0 ? RowSink.UNLISTED : plain.placeOn(list));
    }

    private void odd(OddRows odd, long from, long end, long line) throws GiveUp {
        odd.read(from, end, line, (number, _) -> prints.ifPresent(all -> all.add(number)))
                .ifPresent(feed);
    }

    /** The first time was noted by the strict rules; the others are added to it. */
    private void recount(Findings findings) {
        for (int division = 1; division < notedTimes.length; division++) {
            if (notedTimes[division] > 1) {
                findings.again(divisions.noteKey(division), notedTimes[division] - 1L);
            }
            notedTimes[division] = 0;
        }
    }
}
