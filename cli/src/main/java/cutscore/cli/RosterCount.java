package cutscore.cli;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.FastDetermination;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.roster.RosterFile;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.rule.LineRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns roster files into counts, one way or another. */
interface RosterCount {

    /** What rosters are counted against. */
    record Against(
            LineRule rule,
            Set<DivisionCode> areas,
            Set<String> declared,
            Qualifications table,
            LocalDate day) {}

    /**
     * What came out of sound rosters.
     *
     * @param inputs one for each file
     * @param counts asked for when everything else is told
     * @param undeclared of the declared numbers those that no roster holds
     */
    record Counted(
            List<Dossier.Input> inputs,
            Supplier<List<KeyCounts>> counts,
            Collection<String> undeclared) {}

    /**
     * @throws Unreadable with the faults of every file
     */
    Counted count(List<Path> rosters, Against against, PrintWriter err) throws IOException;

    /** Eight bytes at a time, in several threads. */
    static RosterCount fast(int threads) {
        return (rosters, against, err) -> {
            List<RosterFile> files = new ArrayList<>();
            for (Path roster : rosters) {
                files.add(RosterFile.of(InputFile.existing(roster), Progress.lazily(roster, err)));
            }
            var determination =
                    new FastDetermination(
                            against.rule(),
                            against.areas(),
                            against.declared(),
                            against.table(),
                            against.day(),
                            Asked.everything(threads));
            try (var progress = Progress.over(rosters, err)) {
                var counted = determination.count(files, progress::advance);
                return new Counted(
                        inputs(counted.reports(), err),
                        counted.tally()::counts,
                        counted.undeclared());
            }
        };
    }

    /**
     * Row by row.
     *
     * @param onlooker sees every examinee on the way
     */
    static RosterCount strictly(Consumer<Examinee> onlooker) {
        return (rosters, against, err) -> {
            Set<String> unseen = new HashSet<>(against.declared());
            var line =
                    new LineDetermination(
                            against.rule(),
                            against.areas(),
                            against.declared()::contains,
                            against.table());
            Consumer<Examinee> each =
                    examinee -> {
                        line.add(examinee);
                        onlooker.accept(examinee);
                        unseen.remove(examinee.admissionNumber());
                    };
            return new Counted(
                    read(rosters, against.table(), against.day(), each, err), line::counts, unseen);
        };
    }

    /** Reads the rosters row by row and counts nothing. */
    static List<Dossier.Input> read(
            List<Path> rosters,
            Qualifications table,
            LocalDate day,
            Consumer<Examinee> each,
            PrintWriter err)
            throws IOException {
        var reader = new RosterReader(Divisions.builtIn(), table, day);
        List<RosterReport> reports = new ArrayList<>();
        for (Path file : rosters) {
            reports.add(reader.read(Progress.reading(file, err), each));
        }
        return inputs(reports, err);
    }

    private static List<Dossier.Input> inputs(List<RosterReport> reports, PrintWriter err) {
        List<Dossier.Input> inputs = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        long faultCount = 0;
        for (RosterReport report : reports) {
            inputs.add(
                    new Dossier.Input(
                            "roster-" + (inputs.size() + 1), report.sha256(), report.rows()));
            faults.addAll(report.faults());
            faultCount += report.faultCount();
            LineFiles.tell(report.notes(), err);
        }
        if (faultCount > faults.size()) {
            faults.add(more(faultCount, faults.size()));
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        return inputs;
    }

    private static Fault more(long all, int shown) {
        return Fault.of(
                "MORE_FAULTS",
                new Words(
                        "共 " + all + " 处，只列出前 " + shown + " 处",
                        all + " faults, " + shown + " shown"),
                new Words("用 roster check --most N 看全部", "see all by roster check --most N"));
    }
}
