package cutscore.server.declaration.web;

import cutscore.kernel.Words;
import cutscore.server.declaration.Life;
import cutscore.server.declaration.Stage;

/** What officers' pages call the steps and stages of a case. */
public final class CaseWords {
    private CaseWords() {}

    public static Words step(Life.Step step) {
        return switch (step) {
            case APPROVE -> new Words("审核通过", "approved");
            case RETURN -> new Words("退回补正", "returned for correction");
            case REJECT -> new Words("审核不通过", "rejected");
            case RESUBMIT -> new Words("补正后再次提交", "sent again, corrected");
            case WITHDRAW -> new Words("申报人撤回", "withdrawn by the declarant");
            case REOPEN -> new Words("重新审核", "opened again");
        };
    }

    /** Which of the house's marks says the stage. */
    public static String mark(Stage stage) {
        return switch (stage) {
            case SUBMITTED -> "wait";
            case RETURNED -> "warn";
            case APPROVED -> "ok";
            case REJECTED -> "bad";
            case WITHDRAWN -> "out";
        };
    }
}
