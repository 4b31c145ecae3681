package cutscore.server.voice;

import cutscore.kernel.Words;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.roster.RosterEntry;
import java.util.stream.Collectors;

/** What of the roster can be disputed. */
public enum Fact {
    NAME(new Words("姓名", "name")),
    PLACE(new Words("报名地", "place of registration")),
    QUALIFICATION(new Words("报考的资格", "qualification")),
    MARKS(new Words("成绩", "marks"));

    private final Words words;

    Fact(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    /** As the roster has it. */
    public String of(RosterEntry entry) {
        return switch (this) {
            case NAME -> entry.name();
            case PLACE -> Divisions.builtIn().fullName(entry.division());
            case QUALIFICATION -> entry.qualification().name();
            case MARKS -> entry.scores().stream().map(Fact::said).collect(Collectors.joining("、"));
        };
    }

    private static String said(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked(var mark) -> mark.toString();
            case SubjectScore.Absent _ -> "缺考";
            case SubjectScore.Voided _ -> "违纪";
        };
    }
}
