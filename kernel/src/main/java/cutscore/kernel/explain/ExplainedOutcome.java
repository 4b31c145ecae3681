package cutscore.kernel.explain;

import cutscore.kernel.Words;

/** In or out, and by which line. */
public enum ExplainedOutcome {
    /** Every subject meets the national line: where somebody registered does not matter. */
    IN_BY_NATIONAL_LINE("national-line", "达到全国合格标准", "in by the national line"),
    /** The separate line is reached and applies. */
    IN_BY_SEPARATE_LINE("separate-line", "达到单独划线合格标准", "in by the separate line"),
    OUT("out", "未达到", "out");

    private final String word;
    private final String zh;
    private final String en;

    ExplainedOutcome(String word, String zh, String en) {
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
}
