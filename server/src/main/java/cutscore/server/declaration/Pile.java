package cutscore.server.declaration;

import cutscore.kernel.Words;

/** The piles on the bench. */
public enum Pile {
    WAITING(new Words("待审", "Waiting")),
    DOUBTFUL(new Words("存疑", "Doubtful")),
    APPEALS(new Words("申诉复审", "Appeals")),
    SECOND_LOOKS(new Words("抽查复核", "Second looks")),
    /** Approvals that a second look doubted, for a lead. */
    TO_REOPEN(new Words("复核有疑", "Doubted approvals"));

    private final Words words;

    Pile(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
