package cutscore.kernel.line;

import cutscore.kernel.score.PassRate;
import java.math.BigInteger;

/**
 * The pool's rate at a line beside the national rate, as four counts that anybody can multiply
 * crosswise.
 */
public record RateComparison(
        PassingLine at, long passed, long pool, long nationalPassed, long nationalExaminees) {

    /** Whether {@code passed / pool ≤ nationalPassed / nationalExaminees}, exactly. */
    public boolean holds() {
        return !new PassRate(passed, pool).exceeds(new PassRate(nationalPassed, nationalExaminees));
    }

    /**
     * How many people more could pass before the rate exceeds the national one; when it does, how
     * many fewer would have to, as a negative number.
     */
    public long headroom() {
        return BigInteger.valueOf(nationalPassed)
                .multiply(BigInteger.valueOf(pool))
                .divide(BigInteger.valueOf(nationalExaminees))
                .subtract(BigInteger.valueOf(passed))
                .longValueExact();
    }
}
