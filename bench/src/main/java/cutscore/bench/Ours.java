package cutscore.bench;

import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.rule.LineRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Our own ways from a roster to the line, by the rule that an empty file stands for. */
final class Ours {
    static final LineRule RULE = LineRule.defaults(LineRule.FIRST_SESSION);

    private Ours() {}

    static String fast(Path roster, Set<DivisionCode> areas) throws IOException {
        return strictly(roster, areas);
    }

    static String unique(Path roster) {
        return "";
    }

    /** The strict reader, one row after the other: validated, numbers unique, file digested. */
    static String strictly(Path roster, Set<DivisionCode> areas) throws IOException {
        var table = Qualifications.builtIn();
        var line = new LineDetermination(RULE, areas, _ -> false, table);
        var day = ExamDays.about(RULE.session());
        new RosterReader(Divisions.builtIn(), table, day)
                .read(CsvSource.of(roster), line::add)
                .orRefuse();
        return Tally.of(line.dossier(List.of(), Optional.empty()).toJson());
    }
}
