package cutscore.spark;

import cutscore.kernel.Fault;
import cutscore.kernel.Note;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.RosterReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all rosters on the driver, one row after the other, just as the offline tool does. It has
 * the last word on whatever the executors found odd, so that every report is the offline tool's.
 *
 * @param rows of each roster
 * @param counts behind the line
 * @param notes what was mapped or left unused
 * @param declaredSeen the declared numbers that stand in a roster
 */
record StrictReading(
        List<Long> rows, List<KeyCounts> counts, List<Note> notes, Set<String> declaredSeen) {

    /**
     * @throws Unreadable with the first thousand faults of each roster
     */
    static StrictReading of(List<RosterFile> rosters, Settings settings) throws IOException {
        var table = settings.table();
        var line =
                new LineDetermination(
                        settings.rule(), settings.areas(), settings.declared()::contains, table);
        var reader = new RosterReader(Divisions.builtIn(), table, settings.day());
        List<Long> rows = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long all = 0;
        for (RosterFile roster : rosters) {
            var report =
                    reader.read(
                            roster.whole(),
                            examinee -> {
                                line.add(examinee);
                                if (settings.declared().contains(examinee.admissionNumber())) {
                                    seen.add(examinee.admissionNumber());
                                }
                            });
            rows.add(report.rows());
            notes.addAll(report.notes());
            faults.addAll(report.faults());
            all += report.faultCount();
        }
        if (all > faults.size()) {
            faults.add(more(all, faults.size()));
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        return new StrictReading(rows, line.counts(), notes, seen);
    }

    static Fault more(long all, int shown) {
        return Fault.of(
                "MORE_FAULTS",
                new Words(
                        "共 " + all + " 处，只列出前 " + shown + " 处",
                        all + " faults, " + shown + " shown"),
                new Words("用 roster check --most N 看全部", "see all by roster check --most N"));
    }
}
