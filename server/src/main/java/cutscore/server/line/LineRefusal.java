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
            2008,
            "这次考试在这个范围内的标准线已经公布",
            "a line of this exam session has been published for this place already"),
    ROSTER_NOT_CONFIRMED(
            2009,
            "这次考试还没有经两人确认的名册，不能测算标准线",
            "no roster of this exam session was confirmed by two people"),
    NO_LINE_AREAS(2010, "这个范围内没有生效的单独划线地区", "no line area is in force in this scope"),
    SNAPSHOT_NOT_FOUND(2011, "没有这份封存", "there is no such snapshot"),
    PROVINCE_NOT_IN(
            2012,
            "有的省还没有公布申报时间，也没有写明缺少；请写明缺少的省和理由，或等它申报结束",
            "a province announced no window and is not named as missing: name it with a reason, or"
                    + " wait for it"),
    NOT_MISSING(
            2013,
            "写成缺少的省并不缺少：它的申报已经结束，或在这个范围内没有单独划线地区",
            "a province named as missing is not: its window is closed, or it has no line area in"
                    + " scope"),
    MISSING_WITHOUT_REASON(
            2014, "缺少的省要写明理由，2 到 200 个字符", "a missing province needs a reason of 2 to 200 signs"),
    SNAPSHOT_AGREED(2015, "这份封存已经核对一致", "this snapshot was agreed to already"),
    SNAPSHOT_NOT_AGREED(
            2016,
            "这份封存还没有第二人录入控制总数核对，不能测算",
            "a second person has to type this snapshot's control totals before anything is"
                    + " computed"),
    TYPED_TOO_OFTEN(
            2017,
            "控制总数已录错 5 次；请查明原因，重新封存一份",
            "the control totals were typed wrongly five times: find out why and seal a new"
                    + " snapshot"),
    INPUTS_CHANGED(
            2018,
            "封存之后，测算的依据变了，不能再用这份封存；请重新封存一份",
            "what the line rests on has changed since it was sealed: seal a new snapshot"),
    OTHER_SESSION(2019, "规则的考次不是封存的考次", "the rule's exam session is not that of the snapshot"),
    COMPUTED_ALREADY(2020, "你已经盲算过这项建议", "you have computed this proposal blind already"),
    NOT_COMPUTED_BLIND(
            2021,
            "同意之前，要由你自己从封存的数据盲算一遍",
            "before you approve, compute it blind yourself from the sealed snapshot"),
    RESULTS_DIFFER(
            2022,
            "盲算的结果与提出的不同，不能同意；两个结果都已留存，请查明原因后重新提出",
            "a blind computation gave another result: it is not approved; both are kept, find out"
                    + " why and propose anew"),
    SCENARIO_NAME(
            2023,
            "方案要有名称，1 到 60 个字符，同一份封存里不能重名",
            "a scenario needs a name of 1 to 60 signs that no other of its snapshot has"),
    SCENARIO_NOT_FOUND(2024, "没有这个场景", "there is no such scenario"),
    RESULT_NOT_SHOWN(
            2030,
            "结果先不显示：分析员自己盲算之后才能看",
            "the result is not shown yet: compute it blind yourself first"),
    DOSSIER_CHANGED(
            2031,
            "卷宗与提出时写入存证的摘要不一致，不能公布；请立即报告安全管理员",
            "the dossier is not the one whose digest the ledger holds: it is not published; tell"
                    + " the security administrator at once");

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
