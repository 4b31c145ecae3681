package cutscore.kernel.line;

import java.util.Optional;

/** What the settings make of one key's counts. Both outcomes are lawful. */
public sealed interface LineOutcome {

    /**
     * The line of the grid that passes most people and keeps the pool's rate at or below the
     * national one.
     *
     * @param line in the rule's shape
     * @param passed pool members who reach it, those who meet the national line among them
     * @param holds that the rate at this line does not exceed the national one
     * @param fails that it does at the next lower one: mark or total; by subject, of the lines with
     *     one subject a step lower the one that exceeds it by fewest people. Empty when there is
     *     none
     */
    record SeparateLine(
            PassingLine line, long passed, RateComparison holds, Optional<RateComparison> fails)
            implements LineOutcome {}

    /** No separate line this time, and why. */
    record NationalLineStands(Reason reason) implements LineOutcome {}

    /** Why the national line stands. */
    enum Reason {
        /** Nobody of this key was examined. */
        NOBODY_SAT,
        /** The pool is empty. */
        NOBODY_MEASURED,
        /** No line below the national one keeps the rate at or below the national one. */
        CAP_REACHED,
        /** Nobody more would pass than by the national line. */
        NOTHING_GAINED
    }
}
