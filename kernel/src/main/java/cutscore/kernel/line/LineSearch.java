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

    /** A line, and how many of the pool pass at it. */
    record Reached(PassingLine line, long passed) {}

    /** The lines below the national one that a rule allows, with who of the pool passes at each. */
    interface Candidates {

        /** The best of those that pass at most so many; empty when there is none. */
        Optional<Reached> best(long most);

        /** The lines one step lower. */
        List<PassingLine> oneStepLower(PassingLine line);

        /** How many of the pool meet the national line. */
        long nationalPassed();

        /** How many of the pool pass. */
        long passed(PassingLine line);

        /** The dossier's table, by the outcome's line if there is one. */
        List<MeasuredKey.Row> table(Optional<PassingLine> line);

        /** Of those that pass at most so many, the lines below which there is no other. */
        List<Reached> frontier(long most);
    }

    /** What a key's candidates are held against. */
    private record Key(
            KeyCounts counts, Candidates candidates, long nationalPassed, long poolPassed) {

        /** As many of the pool as may pass. */
        long most() {
            return BigInteger.valueOf(counts.pool().people())
                    .multiply(BigInteger.valueOf(nationalPassed))
                    .divide(BigInteger.valueOf(counts.examinees()))
                    .longValueExact();
        }

        RateComparison compare(PassingLine line) {
            return compare(new Reached(line, candidates.passed(line)));
        }

        RateComparison compare(Reached reached) {
            return new RateComparison(
                    reached.line(),
                    reached.passed(),
                    counts.pool().people(),
                    nationalPassed,
                    counts.examinees());
        }
    }

    private Key key(KeyCounts counts) {
        var candidates = candidates(counts);
        long ofPool = candidates.nationalPassed();
        long all = Math.addExact(ofPool, counts.outside().reaching(national));
        return new Key(counts, candidates, all, ofPool);
    }

    /** Everything the dossier says of one key. */
    public MeasuredKey measure(KeyCounts counts) {
        var key = key(counts);
        var outcome = solve(key);
        return new MeasuredKey(
                counts.key(),
                counts.examinees(),
                key.nationalPassed(),
                counts.pool().people(),
                key.poolPassed(),
                key.candidates().table(lineOf(outcome)),
                outcome);
    }

    /** The outcome alone. */
    public LineOutcome solve(KeyCounts counts) {
        return solve(key(counts));
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
        var key = key(counts);
        return key.candidates().frontier(key.most()).stream().map(key::compare).toList();
    }

    private static LineOutcome solve(Key key) {
        if (key.counts().examinees() == 0) {
            return new NationalLineStands(Reason.NOBODY_SAT);
        }
        if (key.counts().pool().people() == 0) {
            return new NationalLineStands(Reason.NOBODY_MEASURED);
        }
        var best = key.candidates().best(key.most());
        if (best.isEmpty()) {
            return new NationalLineStands(Reason.CAP_REACHED);
        }
        var holds = key.compare(best.get());
        if (holds.passed() <= key.poolPassed()) {
            return new NationalLineStands(Reason.NOTHING_GAINED);
        }
        var fails =
                key.candidates().oneStepLower(holds.at()).stream()
                        .map(key::compare)
                        .filter(comparison -> !comparison.holds())
                        .min(Comparator.comparingLong(RateComparison::passed));
        return new SeparateLine(holds.at(), holds.passed(), holds, fails);
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
