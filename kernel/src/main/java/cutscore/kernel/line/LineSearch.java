package cutscore.kernel.line;

import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The same outcomes as {@link LineSolver}, fast: each shape adds its counts up once, and a
 * candidate costs one look. The two are held to each other by test.
 *
 * <p>Rates become a number of people: a line is lawful when at most {@code ⌊pool × nationalPassed ÷
 * examinees⌋} pass, which is the same as comparing the fractions.
 */
public final class LineSearch {
    private final LineRule rule;
    private final Score national;

    public LineSearch(LineRule rule) {
        this.rule = rule;
        this.national = rule.national();
    }

    /** The lines below the national one that a rule allows, with who of the pool passes at each. */
    interface Candidates {

        /** The best of those that pass at most so many; empty when there is none. */
        Optional<PassingLine> best(long most);

        /** The lines one step lower. */
        List<PassingLine> oneStepLower(PassingLine line);

        /** How many of the pool pass. */
        long passed(PassingLine line);

        /** The dossier's table, by the outcome's line if there is one. */
        List<MeasuredKey.Row> table(Optional<PassingLine> line);

        /** Of those that pass at most so many, the lines below which there is no other. */
        List<PassingLine> frontier(long most);
    }

    /** Everything the dossier says of one key. */
    public MeasuredKey measure(KeyCounts counts) {
        var candidates = candidates(counts);
        var outcome = solve(counts, candidates);
        return new MeasuredKey(
                counts.key(),
                counts.examinees(),
                counts.nationalPassed(national),
                counts.pool().people(),
                counts.pool().reaching(national),
                candidates.table(lineOf(outcome)),
                outcome);
    }

    /** The outcome alone. */
    public LineOutcome solve(KeyCounts counts) {
        return solve(counts, candidates(counts));
    }

    /**
     * Every lawful line that nobody can lower and keep lawful. By subject: the vectors of which no
     * mark can be lowered, highest first mark first. By total: for every floor of the grid below
     * the national mark the lowest total, lowest floor first. Uniform: the one line.
     */
    public List<RateComparison> frontier(KeyCounts counts) {
        if (counts.pool().people() == 0) {
            return List.of();
        }
        var candidates = candidates(counts);
        return candidates.frontier(most(counts)).stream()
                .map(line -> compare(counts, candidates, line))
                .toList();
    }

    private LineOutcome solve(KeyCounts counts, Candidates candidates) {
        if (counts.examinees() == 0) {
            return new NationalLineStands(Reason.NOBODY_SAT);
        }
        if (counts.pool().people() == 0) {
            return new NationalLineStands(Reason.NOBODY_MEASURED);
        }
        var best = candidates.best(most(counts)).map(line -> compare(counts, candidates, line));
        if (best.isEmpty()) {
            return new NationalLineStands(Reason.CAP_REACHED);
        }
        var holds = best.get();
        if (holds.passed() <= counts.pool().reaching(national)) {
            return new NationalLineStands(Reason.NOTHING_GAINED);
        }
        return new SeparateLine(
                holds.at(), holds.passed(), holds, fails(counts, candidates, holds.at()));
    }

    private Optional<RateComparison> fails(
            KeyCounts counts, Candidates candidates, PassingLine line) {
        return candidates.oneStepLower(line).stream()
                .map(lower -> compare(counts, candidates, lower))
                .filter(comparison -> !comparison.holds())
                .min(Comparator.comparingLong(RateComparison::passed));
    }

    private RateComparison compare(KeyCounts counts, Candidates candidates, PassingLine line) {
        return new RateComparison(
                line,
                candidates.passed(line),
                counts.pool().people(),
                counts.nationalPassed(national),
                counts.examinees());
    }

    /** As many of the pool as may pass. */
    private long most(KeyCounts counts) {
        return BigInteger.valueOf(counts.pool().people())
                .multiply(BigInteger.valueOf(counts.nationalPassed(national)))
                .divide(BigInteger.valueOf(counts.examinees()))
                .longValueExact();
    }

    private Candidates candidates(KeyCounts counts) {
        return switch (rule.shape()) {
            case Shape.Uniform() -> new MarkSearch(rule, counts.pool());
            case Shape.PerSubject() -> new VectorSearch(rule, counts.pool());
            case Shape.TotalAndFloor(var floor) -> new TotalSearch(rule, floor, counts.pool());
        };
    }

    private static Optional<PassingLine> lineOf(LineOutcome outcome) {
        return outcome instanceof SeparateLine separate
                ? Optional.of(separate.line())
                : Optional.empty();
    }
}
