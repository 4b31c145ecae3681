package cutscore.kernel.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Determines the line (研究提出、划定) from examinees that stream by: it keeps counts, no people. */
public final class LineDetermination {
    private final LineRule rule;
    private final PoolRule pool;
    private final KeyTally tally;

    /**
     * @param areas the line areas in force on the exam's first day, county by county
     * @param declared whether an admission number has an approved declaration
     * @param qualifications the exam's, for the order of keys
     */
    public LineDetermination(
            LineRule rule,
            Set<DivisionCode> areas,
            Predicate<String> declared,
            Qualifications qualifications) {
        this.rule = rule;
        this.pool = new PoolRule(rule, areas, declared);
        this.tally = new KeyTally(rule, qualifications);
    }

    /** Counts one examinee of the roster. A voided one brings their key into being, no more. */
    public void add(Examinee examinee) {
        tally.occurs(examinee.qualification());
        var trace = pool.trace(examinee);
        if (!trace.isCounted()) {
            return;
        }
        int[] marks =
                examinee.scores().stream()
                        .filter(SubjectScore.Marked.class::isInstance)
                        .mapToInt(score -> ((SubjectScore.Marked) score).score().halfPoints())
                        .toArray();
        if (marks.length == examinee.scores().size()) {
            tally.add(examinee.qualification(), trace.measured(), marks, 1);
        } else {
            tally.addUnmarked(examinee.qualification(), trace.measured(), 1);
        }
    }

    /**
     * @param examDay only when it was handed in because it is not on record
     * @throws Unreadable as {@link KeyTally#counts} does
     */
    public Dossier dossier(List<Dossier.Input> inputs, Optional<LocalDate> examDay) {
        return Dossier.of(rule, counts(), inputs, examDay);
    }

    /**
     * @throws Unreadable as {@link KeyTally#counts} does
     */
    public PublicPack pack() {
        return PublicPack.of(rule, counts());
    }

    /**
     * Everything the line depends on.
     *
     * @throws Unreadable as {@link KeyTally#counts} does
     */
    public List<KeyCounts> counts() {
        return tally.counts();
    }
}
