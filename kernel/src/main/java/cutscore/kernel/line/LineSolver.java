package cutscore.kernel.line;

import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.List;
import java.util.Optional;

/**
 * The line, by definition (uniform): the lowest mark on the grid, below the national mark, at which
 * the pool's pass rate does not exceed the national pass rate. Meant to be read, not to be fast.
 */
public final class LineSolver {
    private final Score national;
    private final Grid grid;

    public LineSolver(LineRule rule) {
        this.national = rule.national();
        this.grid = rule.grid();
    }

    /** Everything the dossier says of one key. */
    public MeasuredKey measure(KeyCounts counts) {
        List<MeasuredKey.Row> table =
                grid.below(national).stream()
                        .map(mark -> new MeasuredKey.Row(mark, counts.pool().reaching(mark)))
                        .toList();
        return new MeasuredKey(
                counts.key(),
                counts.examinees(),
                counts.nationalPassed(national),
                counts.pool().people(),
                counts.pool().reaching(national),
                table,
                solve(counts));
    }

    /** The outcome alone. */
    public LineOutcome solve(KeyCounts counts) {
        if (counts.examinees() == 0) {
            return new NationalLineStands(Reason.NOBODY_SAT);
        }
        if (counts.pool().people() == 0) {
            return new NationalLineStands(Reason.NOBODY_MEASURED);
        }
        Optional<RateComparison> below = Optional.empty();
        for (Score mark : grid.below(national)) {
            var at = compare(counts, mark);
            if (at.holds()) {
                return at.passed() > counts.pool().reaching(national)
                        ? new SeparateLine(mark, at.passed(), at, below)
                        : new NationalLineStands(Reason.NOTHING_GAINED);
            }
            below = Optional.of(at);
        }
        return new NationalLineStands(Reason.CAP_REACHED);
    }

    private RateComparison compare(KeyCounts counts, Score mark) {
        return new RateComparison(
                mark,
                counts.pool().reaching(mark),
                counts.pool().people(),
                counts.nationalPassed(national),
                counts.examinees());
    }
}
