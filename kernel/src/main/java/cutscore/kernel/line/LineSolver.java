package cutscore.kernel.line;

import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The line, by definition: of all lines below the national one, on the grid and in the rule's
 * shape, the one that passes most people while the pool's pass rate does not exceed the national
 * pass rate. Meant to be read, not to be fast: every candidate is counted anew.
 */
public final class LineSolver {
    private final LineRule rule;
    private final Score national;

    public LineSolver(LineRule rule) {
        this.rule = rule;
        this.national = rule.national();
    }

    /** Everything the dossier says of one key. */
    public MeasuredKey measure(KeyCounts counts) {
        var outcome = solve(counts);
        return new MeasuredKey(
                counts.key(),
                counts.examinees(),
                counts.nationalPassed(national),
                counts.pool().people(),
                counts.pool().reaching(national),
                table(counts, outcome),
                outcome);
    }

    /** The outcome alone. */
    public LineOutcome solve(KeyCounts counts) {
        if (counts.examinees() == 0) {
            return new NationalLineStands(Reason.NOBODY_SAT);
        }
        if (counts.pool().people() == 0) {
            return new NationalLineStands(Reason.NOBODY_MEASURED);
        }
        var lawful =
                candidates(counts)
                        .belowNational()
                        .map(line -> compare(counts, line))
                        .filter(RateComparison::holds)
                        .max(better());
        if (lawful.isEmpty()) {
            return new NationalLineStands(Reason.CAP_REACHED);
        }
        var best = lawful.get();
        if (best.passed() <= counts.pool().reaching(national)) {
            return new NationalLineStands(Reason.NOTHING_GAINED);
        }
        return new SeparateLine(best.at(), best.passed(), best, fails(counts, best.at()));
    }

    private Comparator<RateComparison> better() {
        return switch (rule.shape()) {
            // The lowest that holds, even when a higher one passes the same people.
            case Shape.Uniform(), Shape.TotalAndFloor(_) ->
                    Comparator.comparingInt(lawful -> Reductions.of(lawful.at(), national).sum());
            case Shape.PerSubject() ->
                    Comparator.comparingLong(RateComparison::passed)
                            .thenComparing(
                                    lawful -> Reductions.of(lawful.at(), national),
                                    Reductions.MILDER);
        };
    }

    private Optional<RateComparison> fails(KeyCounts counts, PassingLine line) {
        return candidates(counts)
                .oneStepLower(line)
                .map(lower -> compare(counts, lower))
                .filter(comparison -> !comparison.holds())
                .min(Comparator.comparingLong(RateComparison::passed));
    }

    private List<MeasuredKey.Row> table(KeyCounts counts, LineOutcome outcome) {
        return switch (rule.shape()) {
            case Shape.Uniform(), Shape.TotalAndFloor(_) ->
                    candidates(counts).belowNational().map(line -> row(counts, line)).toList();
            case Shape.PerSubject() -> slices(counts, outcome).toList();
        };
    }

    private MeasuredKey.Row row(KeyCounts counts, PassingLine line) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) ->
                    new MeasuredKey.AtMark(mark, passed(counts, line));
            case PassingLine.TotalAndFloor(var total, _) ->
                    new MeasuredKey.AtTotal(total, passed(counts, line));
            case PassingLine.BySubject _ -> throw new IllegalArgumentException("no slice: " + line);
        };
    }

    /** Each subject in turn at every mark, the others held at the outcome. */
    private Stream<MeasuredKey.Row> slices(KeyCounts counts, LineOutcome outcome) {
        int subjects = counts.pool().dimensions();
        var held =
                outcome instanceof SeparateLine(PassingLine.BySubject by, _, _, _)
                        ? by
                        : PassingLine.BySubject.of(national, subjects);
        return IntStream.range(0, subjects).boxed().flatMap(i -> slice(counts, held, i));
    }

    private Stream<MeasuredKey.Row> slice(KeyCounts counts, PassingLine.BySubject held, int i) {
        return candidates(counts)
                .upToNational()
                .map(
                        mark ->
                                new MeasuredKey.InSubject(
                                        i + 1, mark, passed(counts, held.with(i, mark))));
    }

    private CandidateLines candidates(KeyCounts counts) {
        return new CandidateLines(rule, counts.pool().dimensions());
    }

    private long passed(KeyCounts counts, PassingLine line) {
        return counts.pool().those(marks -> line.reachedBy(marks, national));
    }

    /**
     * The pool's rate at any line beside the national rate.
     *
     * @param counts of a key with examinees and a pool, else there is no rate to ask about
     */
    public RateComparison compare(KeyCounts counts, PassingLine line) {
        return new RateComparison(
                line,
                passed(counts, line),
                counts.pool().people(),
                counts.nationalPassed(national),
                counts.examinees());
    }
}
