package cutscore.kernel.explain;

import cutscore.kernel.line.ExamineeTrace;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.PoolRule;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A determined line that can be explained to anybody on its roster. */
public final class ExplainedLine {
    private final LineRule rule;
    private final Map<String, LineOutcome> outcomes;
    private final PoolFacts facts;
    private final PoolRule pool;

    /**
     * @param keys the dossier's
     * @param facts the areas and declarations it was determined from
     */
    public ExplainedLine(LineRule rule, List<MeasuredKey> keys, PoolFacts facts) {
        this(
                rule,
                keys.stream().collect(Collectors.toMap(MeasuredKey::key, MeasuredKey::outcome)),
                facts);
    }

    private ExplainedLine(LineRule rule, Map<String, LineOutcome> outcomes, PoolFacts facts) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.facts = facts;
        this.pool = facts.rule(rule);
    }

    /** The same outcomes over other areas and declarations: the line is kept as it is. */
    public ExplainedLine over(PoolFacts changed) {
        return new ExplainedLine(rule, outcomes, changed);
    }

    /**
     * @throws IllegalArgumentException when the examinee's key is not in the dossier: they are of
     *     another roster
     */
    public ExplainedExaminee explain(Examinee examinee) {
        String key = rule.keyOf(examinee.qualification());
        var outcome =
                Optional.ofNullable(outcomes.get(key))
                        .orElseThrow(() -> new IllegalArgumentException("no such key: " + key));
        var trace = pool.trace(examinee);
        var declared = facts.declared(examinee.admissionNumber());
        var marks =
                ExplainedMarks.of(
                        examinee.qualification(),
                        examinee.scores(),
                        line(outcome),
                        rule.national());
        var obstacles = obstacles(trace, marks);
        return new ExplainedExaminee(
                rule,
                facts.day(),
                examinee.admissionNumber(),
                examinee.division(),
                facts.name(examinee.division()),
                examinee.qualification(),
                key,
                trace,
                declared,
                facts.of(examinee.division()),
                outcome,
                marks,
                outcome(marks, obstacles),
                obstacles);
    }

    private static Optional<PassingLine> line(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.SeparateLine separate -> Optional.of(separate.line());
            case LineOutcome.NationalLineStands _ -> Optional.empty();
        };
    }

    private static List<Obstacle> obstacles(ExamineeTrace trace, ExplainedMarks marks) {
        return switch (trace.counted()) {
            case VOIDED -> List.of(Obstacle.SESSION_VOIDED);
            case NOT_SAT -> List.of(Obstacle.NOT_AN_EXAMINEE);
            case COUNTED -> marks.meetsNational() ? List.of() : belowNational(trace, marks);
        };
    }

    private static List<Obstacle> belowNational(ExamineeTrace trace, ExplainedMarks marks) {
        if (marks.line().isEmpty()) {
            return List.of(Obstacle.NATIONAL_LINE_STANDS);
        }
        var obstacles = new ArrayList<Obstacle>();
        // The line is for declarants (申领通知 二): one outside the pool is held against it too.
        if (!trace.measured() && !trace.declared()) {
            obstacles.add(Obstacle.OUTSIDE_THE_POOL);
        }
        if (!marks.meetsLine()) {
            obstacles.add(Obstacle.BELOW_THE_LINE);
        }
        return obstacles;
    }

    private static ExplainedOutcome outcome(ExplainedMarks marks, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            return ExplainedOutcome.OUT;
        }
        return marks.meetsNational()
                ? ExplainedOutcome.IN_BY_NATIONAL_LINE
                : ExplainedOutcome.IN_BY_SEPARATE_LINE;
    }
}
