package cutscore.server.declaration;

import cutscore.kernel.Words;

/** Where a declaration stands in its life; {@link Life} is the table of its steps. */
public enum Stage {
    SUBMITTED(new Words("已提交，等待审核", "submitted, waiting for review")),
    RETURNED(new Words("已退回，等待补正", "returned for correction")),
    APPROVED(new Words("审核通过", "approved")),
    REJECTED(new Words("审核不通过", "rejected")),
    WITHDRAWN(new Words("已撤回", "withdrawn"));

    private final Words words;

    Stage(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
