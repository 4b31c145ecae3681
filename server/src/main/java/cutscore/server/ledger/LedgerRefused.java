package cutscore.server.ledger;

import cutscore.kernel.Words;

/** The ledger will not write or sign this; what was there before stays as it is. */
public final class LedgerRefused extends RuntimeException {
    private final Why why;
    private final transient Words words;

    /** The reasons, for machines. */
    public enum Why {
        PERSONAL,
        TOO_LONG,
        NOT_YET_PUBLISHED,
        SMALLER_TREE,
        OTHER_TREE,
        ENTRY_CHANGED,
        FILE_CHANGED,
        FOREIGN_CHECKPOINT
    }

    LedgerRefused(Why why, Words words) {
        super(why + ": " + words);
        this.why = why;
        this.words = words;
    }

    public Why why() {
        return why;
    }

    public Words words() {
        return words;
    }
}
