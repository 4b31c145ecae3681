package cutscore.kernel.line;

import cutscore.kernel.Words;
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
        NOBODY_SAT("无人参考", "nobody sat"),
        /** The pool is empty. */
        NOBODY_MEASURED("没有测算对象", "nobody is measured"),
        /** No line below the national one keeps the rate at or below the national one. */
        CAP_REACHED("再低就超过全国通过率", "any lower line exceeds the national rate"),
        /** Nobody more would pass than by the national line. */
        NOTHING_GAINED("没有人因此增加", "nobody more would pass");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** As a clause. */
        public Words words() {
            return new Words(zh, en);
        }
    }
}
