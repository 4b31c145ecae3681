package cutscore.server.line;

import cutscore.kernel.Words;

/**
 * Why a step of a line is refused. The numbers are public and never used again for another reason.
 */
public enum LineRefusal {
    LINE_NOT_FILED(
            2001,
            "这条标准线还没有审核备案，不能公布；请先由审核备案人员备案",
            "this line was not filed: a clearing officer files it before it can be published"),
    PROPOSAL_NOT_FOUND(2003, "没有这项标准线建议", "there is no such proposal"),
    WINDOW_STILL_OPEN(
            2004,
            "申报还没有结束，不能提出标准线（通知第三条：申报结束后研究提出）",
            "declarations are still open: a line is proposed after the window has closed"),
    NOT_PROPOSED(2005, "这项建议已经批准过了", "this proposal was approved already"),
    NOT_APPROVED(
            2006,
            "这项建议还没有第二人批准，不能备案",
            "a second analyst has to approve this proposal before it is filed"),
    FILING_DAY_IMPOSSIBLE(
            2007, "备案日期不能早于批准日，也不能晚于今天", "the filing day lies before the approval or after today"),
    ALREADY_PUBLISHED(
            2008, "这次考试的标准线已经公布", "the line of this exam session has been published already"),
    ROSTER_NOT_CONFIRMED(
            2009,
            "这次考试还没有经两人确认的名册，不能测算标准线",
            "no roster of this exam session was confirmed by two people"),
    NO_LINE_AREAS(2010, "这个范围内没有生效的单独划线地区", "no line area is in force in this scope");

    private final int code;
    private final Words words;

    LineRefusal(int code, String zh, String en) {
        this.code = code;
        this.words = new Words(zh, en);
    }

    public int code() {
        return code;
    }

    /** What to tell the officer. */
    public Words words() {
        return words;
    }
}
