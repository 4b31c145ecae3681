package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.line.ExamineeTrace.Counted;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.util.Set;
import java.util.function.Predicate;

/** Who is an examinee (算作参考) and who is in the pool (测算对象), by a rule's settings. */
public final class PoolRule {
    private final LineRule rule;
    private final Set<DivisionCode> areas;
    private final Predicate<String> declared;

    /**
     * @param areas the line areas in force on the exam's first day, county by county
     * @param declared whether an admission number has an approved declaration
     */
    public PoolRule(LineRule rule, Set<DivisionCode> areas, Predicate<String> declared) {
        this.rule = rule;
        this.areas = Set.copyOf(areas);
        this.declared = declared;
    }

    public ExamineeTrace trace(Examinee examinee) {
        var counted = counted(examinee);
        boolean registered = areas.contains(examinee.division());
        boolean hasDeclared = declared.test(examinee.admissionNumber());
        boolean chosen =
                switch (rule.pool()) {
                    case REGISTERED -> registered;
                    case DECLARED -> hasDeclared;
                    case BOTH -> registered || hasDeclared;
                };
        return new ExamineeTrace(
                counted, registered, hasDeclared, chosen && counted == Counted.COUNTED);
    }

    private Counted counted(Examinee examinee) {
        if (examinee.voided()) {
            return Counted.VOIDED;
        }
        boolean sat =
                switch (rule.sat()) {
                    case ANY -> examinee.scores().stream().anyMatch(SubjectScore::sat);
                    case ALL -> examinee.scores().stream().allMatch(SubjectScore::sat);
                    case REGISTERED -> true;
                };
        return sat ? Counted.COUNTED : Counted.NOT_SAT;
    }
}
