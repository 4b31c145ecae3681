package cutscore.server.declaration.eligibility;

import cutscore.kernel.Words;

/** How much a hint weighs. */
public enum Weight {
    OK("ok", new Words("符合", "met")),
    DOUBT("warn", new Words("请核实", "look closer")),
    STOP("bad", new Words("不符合", "not met"));

    private final String mark;
    private final Words words;

    Weight(String mark, Words words) {
        this.mark = mark;
        this.words = words;
    }

    /** Which of the house's marks says it. */
    public String mark() {
        return mark;
    }

    public Words words() {
        return words;
    }
}
