package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.FastRosterReader;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.roster.NumberList;
import cutscore.kernel.roster.RosterFile;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.rule.LineRule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What {@link LineDetermination} makes of the strict reader's rows, from files and fast: the same
 * counts, the same reports.
 */
public final class FastDetermination {
    private final LineRule rule;
    private final Set<DivisionCode> areas;
    private final List<String> declared;
    private final Qualifications qualifications;
    private final FastRosterReader reader;

    /**
     * What came of the rosters.
     *
     * @param reports one for each file
     * @param tally everything the line depends on; of no use when a report is not sound
     * @param undeclared of the declared numbers those that no roster holds, sorted
     */
    public record Counted(List<RosterReport> reports, KeyTally tally, List<String> undeclared) {
        public Counted {
            reports = List.copyOf(reports);
            undeclared = List.copyOf(undeclared);
        }

        /** Whether nothing is wrong with any file. */
        public boolean sound() {
            return reports.stream().allMatch(RosterReport::sound);
        }
    }

    /**
     * @param areas the line areas in force on the exam's first day, county by county
     * @param declared who has an approved declaration, each once
     * @param qualifications the exam's
     * @param examDay the exam's first day, for which division codes are judged
     */
    public FastDetermination(
            LineRule rule,
            Set<DivisionCode> areas,
            Collection<String> declared,
            Qualifications qualifications,
            LocalDate examDay,
            Asked asked) {
        this.rule = rule;
        this.areas = Set.copyOf(areas);
        this.declared = List.copyOf(declared);
        this.qualifications = qualifications;
        this.reader =
                new FastRosterReader(
                        Divisions.builtIn(),
                        qualifications,
                        examDay,
                        new NumberList(this.declared),
                        asked);
    }

    /**
     * @param progress is told, by any thread, how many bytes more are done
     * @throws cutscore.kernel.Unreadable when a file's encoding or format cannot be read at all
     */
    public Counted count(List<RosterFile> rosters, LongConsumer progress) throws IOException {
        var read = reader.read(rosters, this::newTally, progress);
        var tally = new KeyTally(rule, qualifications);
        var seen = new BitSet();
        for (RowTally rows : read.sinks()) {
            rows.addTo(tally);
            seen.or(rows.listedSeen());
        }
        List<String> undeclared = new ArrayList<>();
        for (int i = seen.nextClearBit(0); i < declared.size(); i = seen.nextClearBit(i + 1)) {
            undeclared.add(declared.get(i));
        }
        undeclared.sort(null);
        return new Counted(read.reports(), tally, undeclared);
    }

    private RowTally newTally() {
        return new RowTally(rule, reader.codes(), areas);
    }
}
