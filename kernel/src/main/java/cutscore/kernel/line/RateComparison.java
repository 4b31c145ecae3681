package cutscore.kernel.line;

import cutscore.kernel.score.PassRate;
import cutscore.kernel.score.Score;

/**
 * The pool's rate at a mark beside the national rate, as four counts that anybody can multiply
 * crosswise.
 */
public record RateComparison(
        Score mark, long passed, long pool, long nationalPassed, long nationalExaminees) {

    /** Whether {@code passed / pool ≤ nationalPassed / nationalExaminees}, exactly. */
    public boolean holds() {
        return !new PassRate(passed, pool).exceeds(new PassRate(nationalPassed, nationalExaminees));
    }
}
