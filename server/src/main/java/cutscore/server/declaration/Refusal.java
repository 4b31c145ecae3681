package cutscore.server.declaration;

import cutscore.kernel.Words;

/**
 * Why a declaration is not accepted. The numbers are public, 1001 to 1099, and never given again.
 */
public enum Refusal {
    WINDOW_CLOSED(
            1001,
            "二",
            "申报时间已经截止，截止后到达的不予受理",
            "the declaration window has closed; nothing that arrives later counts"),
    NOT_WITH_REGISTRATION(
            1030,
            "二",
            "该省这次考试的申报在报名时一并进行；当时没有申报的，等补申领开放后再申报",
            "in that province one declared with the registration; who did not can use a late round"
                    + " when it opens"),
    WINDOW_NOT_OPEN(1002, "二", "申报还没有开始", "the declaration window has not opened yet"),
    NO_WINDOW(
            1003,
            "二",
            "该省没有公布这次考试的申报时间",
            "that province has announced no declaration window for this session"),
    NATIONAL_LINE_MET(
            1004,
            "四(一)",
            "你的各科成绩都达到了全国合格标准，可以领取全国有效的证书，不需要申报",
            "every mark meets the national line: the certificate that counts nationwide is yours"
                    + " and better; there is nothing to declare"),
    PLACE_NOT_IN_A_LINE_AREA(
            1005,
            "一",
            "这个县（市、区）在考试当天不是单独划线地区",
            "that county was no line area on the day of the exam"),
    PLACE_NOT_KNOWN(
            1006,
            "一",
            "我们的地区名单里查不到这个地方的结论，请向省级考试机构核实",
            "our list of areas does not say whether that place counts: ask the provincial exam"
                    + " body"),
    NOT_ON_ROSTER(
            1007, "二", "这次考试的名册里没有这个准考证号", "the session's roster has no such admission number"),
    VOIDED(1008, "六", "这次考试成绩因违纪被取消", "the marks of this session were voided for a violation"),
    ALREADY_DECLARED(
            1009,
            "二",
            "你已经为这次考试的这个资格申报过，不用再申报",
            "you have a declaration for this session and qualification already"),
    NO_COMMITMENT(
            1010, "六", "请先阅读并接受承诺：所填内容真实", "accept the commitment first: what is stated is true"),
    KEY_REUSED(
            1011,
            "",
            "这个提交编号已经用于另一份内容，请重新打开申报页",
            "this idempotency key was used for another form: open the form again"),
    KEY_MALFORMED(
            1012,
            "",
            "提交编号的格式不对，请重新打开申报页",
            "the idempotency key is malformed: open the form again"),
    PLACE_DIFFERS(
            1013, "四(一)", "填写的报名地与名册不一致", "the place of registration differs from the roster's"),
    PLACE_MISSING(1014, "四(二)", "请填写县（市、区）", "say in which county"),
    NO_SESSION(1015, "", "没有这次考试", "there is no such exam session"),
    NOT_RETURNED(1016, "二", "这份申报没有被退回补正", "this declaration was not returned for correction"),
    MENDING_CLOSED(1017, "二", "补正期限已过", "the term for correction has passed"),
    NOT_YOURS(1018, "", "没有这份申报", "there is no such declaration"),
    PROVINCE_DIFFERS(
            1020,
            "二",
            "补正不能改到另一个省；请撤回后向那个省申报",
            "a correction does not move to another province: withdraw, and declare there"),
    EVIDENCE_USED(
            1021,
            "",
            "有一份材料已经随另一份申报提交过，请重新上传",
            "a file goes with another declaration already: send it again"),
    EVIDENCE_CLOSED(1022, "二", "补传材料的时间已过", "the time for evidence to follow has passed"),
    NO_APPEAL(
            1040,
            "",
            "现在没有可以申诉的结论：申报没有被驳回，或该省没有规定复审",
            "there is nothing to appeal: it was not rejected, or that province has set no appeal"),
    APPEAL_OVER(1041, "", "申诉时间已过", "the time for an appeal is over"),
    APPEALED(1042, "", "这份申报已经申诉过一次", "this declaration was appealed once already"),
    DECIDED(1019, "二", "这份申报已经办结，不能撤回", "this declaration is closed and cannot be withdrawn");

    private final int number;
    private final String clause;
    private final Words words;

    Refusal(int number, String clause, String zh, String en) {
        this.number = number;
        this.clause = clause;
        this.words = new Words(zh, en);
    }

    /** The public number. */
    public int number() {
        return number;
    }

    /** The clause of the circulars it rests on; empty for rules of ours. */
    public String clause() {
        return clause;
    }

    public Words words() {
        return words;
    }
}
