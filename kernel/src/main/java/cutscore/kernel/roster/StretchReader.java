package cutscore.kernel.roster;

import java.util.Optional;

/**
 * Reads stretches of whole lines: plain rows at full speed, any other line by the strict reader's
 * rules. Used by one thread.
 */
final class StretchReader {
    private final PlainRows plain;
    private final Opened file;
    private final RowSink sink;
    private final SinkFeed feed;
    private final Fingerprints prints;
    private final boolean printing;
    private final NumberList list;
    private final DivisionCodes divisions;
    private final boolean[] noted;
    private final int[] notedTimes;

    /** A file as all its readers see it. */
    record Opened(
            String name, FastFile.Setting setting, RosterHeadings headings, Columns columns) {}

    /**
     * @param prints takes the fingerprints of all numbers, if wanted
     */
    StretchReader(Opened file, RowSink sink, Optional<Fingerprints> prints) {
        this.file = file;
        this.sink = sink;
        this.prints = prints.orElseGet(Fingerprints::new);
        this.printing = prints.isPresent();
        var setting = file.setting();
        this.list = setting.list();
        this.divisions = setting.codes().codes();
        this.feed = new SinkFeed(setting.codes(), list, sink);
        this.plain = new PlainRows(file.columns(), setting.codes());
        this.notedTimes = new int[divisions.size()];
        this.noted = divisions.noted();
    }

    /**
     * @param text whole lines, and room for {@link PlainRows#SLACK} more bytes
     */
    Stretch read(byte[] text, int end) throws GiveUp {
        var findings = new Findings(file.setting().faultsKept());
        var odd = new OddRows(file.name(), file.headings(), file.setting().exam(), findings);
        plain.aim(text);
        long lines = 0;
        long rows = 0;
        for (int at = 0; at < end; lines++) {
            int next = plain.read(at);
            if (next != PlainRows.ODD && isCounted()) {
                take();
                rows++;
            } else {
                next = LineEnds.next(text, at, end);
                odd.read(text, at, next, lines + 1, (number, _) -> prints.add(number))
                        .ifPresent(feed);
            }
            at = next;
        }
        recount(findings);
        return new Stretch(findings, lines, rows + odd.rows());
    }

    /** Whether nothing is to be noted of the plain row, or only that something came up again. */
    private boolean isCounted() {
        return !noted[plain.division()] || ++notedTimes[plain.division()] > 1;
    }

    private void take() {
        if (printing) {
            prints.add(plain.print());
        }
        sink.take(
                plain.qualification(),
                plain.division() - 1,
                plain.first(),
                plain.second(),
                plain.third(),
                plain.voided(),
                list.size() == 0 ? RowSink.UNLISTED : plain.placeOn(list));
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
