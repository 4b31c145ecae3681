package cutscore.kernel.line;

import cutscore.kernel.score.Score;
import java.util.Optional;

/** What the settings make of one key's counts. Both outcomes are lawful. */
public sealed interface LineOutcome {

    /**
     * The lowest mark of the grid that keeps the pool's rate at or below the national one.
     *
     * @param mark of every subject
     * @param passed pool members who reach it, those who meet the national line among them
     * @param holds that the rate at this mark does not exceed the national one
     * @param fails that it does at the next lower mark; empty when there is no lower mark
     */
    record SeparateLine(
            Score mark, long passed, RateComparison holds, Optional<RateComparison> fails)
            implements LineOutcome {}

    /** No separate line this time, and why. */
    record NationalLineStands(Reason reason) implements LineOutcome {}

    /** Why the national line stands. */
    enum Reason {
        /** Nobody of this key was examined. */
        NOBODY_SAT,
        /** The pool is empty. */
        NOBODY_MEASURED,
        /** No mark below the national one keeps the rate at or below the national one. */
        CAP_REACHED,
        /** Nobody more would pass than by the national line. */
        NOTHING_GAINED
    }
}
