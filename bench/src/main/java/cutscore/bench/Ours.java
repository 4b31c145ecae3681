package cutscore.bench;

import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.FastDetermination;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.FastRosterReader.Asked;
import cutscore.kernel.roster.RosterFile;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.roster.RosterReport;
import cutscore.kernel.rule.LineRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Our own ways from a roster to the line, by the rule that an empty file stands for. */
final class Ours {
    static final LineRule RULE = LineRule.defaults(LineRule.FIRST_SESSION);
    private static final LocalDate DAY = ExamDays.about(RULE.session());

    private Ours() {}

    /**
     * The fast reader.
     *
     * @param asked what is checked beside every row
     */
    static String fast(Path roster, Set<DivisionCode> areas, Asked asked) throws IOException {
        var table = Qualifications.builtIn();
        var counted =
                new FastDetermination(RULE, areas, List.of(), table, DAY, asked)
                        .count(List.of(RosterFile.of(roster)), _ -> {});
        for (RosterReport report : counted.reports()) {
            if (!report.sound()) {
                throw new Unreadable(report.faults());
            }
        }
        var dossier = Dossier.of(RULE, counted.tally().counts(), List.of(), Optional.empty());
        return Tally.of(dossier.toJson());
    }

    /** The strict reader, one row after the other: validated, numbers unique, file digested. */
    static String strictly(Path roster, Set<DivisionCode> areas) throws IOException {
        var line = new LineDetermination(RULE, areas, _ -> false, Qualifications.builtIn());
        new RosterReader(Divisions.builtIn(), Qualifications.builtIn(), DAY)
                .read(CsvSource.of(roster), line::add)
                .orRefuse();
        return Tally.of(line.dossier(List.of(), Optional.empty()).toJson());
    }
}
