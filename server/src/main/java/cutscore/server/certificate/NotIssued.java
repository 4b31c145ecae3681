package cutscore.server.certificate;

import cutscore.kernel.Words;

/** An act on certificates that cannot be taken. The words are fit to be shown and name nobody. */
public final class NotIssued extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    NotIssued(Why why) {
        super(why.words().toString(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Public numbers 4001 to 4099. */
    public enum Why {
        NO_SUCH_BATCH(4001, "没有这个批次", "there is no such batch"),
        BATCH_NOT_APPROVED(4002, "批次还没有由另一人批准", "the batch is not approved by a second officer"),
        BATCH_APPROVED_ALREADY(4003, "批次已经批准", "the batch is approved already"),
        NO_SCOPE(
                4004,
                "还没有该省该考次的有效范围；请先公布标准并确定结果",
                "where these certificates count is not on record: publish the line and determine"
                        + " the awards first"),
        NO_SUCH_CERTIFICATE(4005, "没有这张有效的证书", "there is no live certificate of this number"),
        LINE_NOT_PUBLISHED(4006, "该考次的标准还没有公布", "the session's line is not published"),
        BATCH_DIFFERS(
                4007,
                "这一批的名单与准备时的摘要不一致，不能批准；请立即报告安全管理员",
                "the batch's list is not the one that was prepared: it is not approved; tell the"
                        + " security administrator at once"),
        NOTHING_TO_DETERMINE(
                4008,
                "没有还未确定结果的人：审核已有结论、所在省标准线已公布的，都已确定",
                "nobody is left to determine: who was reviewed under a published line has an"
                        + " outcome already");

        private final int number;
        private final String zh;
        private final String en;

        Why(int number, String zh, String en) {
            this.number = number;
            this.zh = zh;
            this.en = en;
        }

        public int number() {
            return number;
        }

        public Words words() {
            return new Words(zh, en);
        }
    }
}
