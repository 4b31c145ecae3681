package cutscore.kernel.blast;

import cutscore.kernel.Words;
import cutscore.kernel.explain.ExplainedExaminee;

/** What a change does to somebody. */
public enum BlastKind {
    GAINS("gains", "由外转内", "gain"),
    LOSES("loses", "由内转外", "lose"),
    /** In before and after, by the other line: another certificate. */
    OTHER_LINE("other-line", "改按另一条线", "in by the other line"),
    /** The same line as before, but only now with an approved declaration. */
    CLAIM_GAINED("claim-gained", "可以领证", "may claim now"),
    /** The same line as before, but no longer with an approved declaration. */
    CLAIM_LOST("claim-lost", "不能再领证", "may no longer claim"),
    UNCHANGED("unchanged", "不变", "unchanged");

    private final String word;
    private final String zh;
    private final String en;

    BlastKind(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /** For machines. */
    public String word() {
        return word;
    }

    public Words words() {
        return new Words(zh, en);
    }

    static BlastKind between(ExplainedExaminee before, ExplainedExaminee after) {
        if (before.isIn() != after.isIn()) {
            return after.isIn() ? GAINS : LOSES;
        }
        if (before.outcome() != after.outcome()) {
            return OTHER_LINE;
        }
        if (before.mayClaim() != after.mayClaim()) {
            return after.mayClaim() ? CLAIM_GAINED : CLAIM_LOST;
        }
        return UNCHANGED;
    }
}
