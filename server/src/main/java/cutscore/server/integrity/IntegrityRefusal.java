package cutscore.server.integrity;

import cutscore.kernel.Words;

/** Why a decision is not recorded. The numbers are public and never used again. */
public enum IntegrityRefusal {
    DECISION_NOT_FOUND(5001, "没有这份待确认的处理决定", "there is no such decision to confirm"),
    ALREADY_CONFIRMED(5002, "这份处理决定已经确认过了", "this decision was confirmed already"),
    DECISION_NUMBER_TAKEN(5003, "这个处理决定书编号已经登记过", "this decision number was recorded already"),
    DECIDED_IN_THE_FUTURE(5004, "决定日期不能晚于今天", "the day of the decision is still to come");

    private final int code;
    private final Words words;

    IntegrityRefusal(int code, String zh, String en) {
        this.code = code;
        this.words = new Words(zh, en);
    }

    public int code() {
        return code;
    }

    public Words words() {
        return words;
    }
}
