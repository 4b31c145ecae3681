package cutscore.server.certificate;

import cutscore.kernel.Words;

/** What comes of a declaration; every one of them is told with its reason and clause. */
public enum AwardOutcome {
    /** A separate-line certificate. */
    AWARDED("awarded", "达到单独划线合格标准，发放单独划线职业资格证书", "a separate-line certificate"),
    /** The national line was met: the certificate that counts nationwide, which is better. */
    NATIONAL_CERTIFICATE(
            "national-certificate",
            "已达到全国合格标准，发放全国有效的证书，无需单独划线证书",
            "the national line is met: the certificate that counts nationwide, which is better"),
    /** All marks of the session are void. */
    SESSION_VOIDED("session-voided", "该次考试成绩已取消", "the marks of the session are void"),
    /** The review did not accept the declaration. */
    NOT_APPROVED("not-approved", "申报未通过审核", "the declaration was not approved"),
    /** No separate line this time. */
    NATIONAL_LINE_STANDS(
            "national-line-stands",
            "本次不单独划线，执行全国合格标准",
            "no separate line this time: the national line stands"),
    /** Some subject is below the line, absent or void. */
    BELOW_LINE("below-line", "有科目未达到单独划线合格标准", "a subject does not reach the separate line");

    private final String word;
    private final String zh;
    private final String en;

    AwardOutcome(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    public String word() {
        return word;
    }

    public Words words() {
        return new Words(zh, en);
    }
}
