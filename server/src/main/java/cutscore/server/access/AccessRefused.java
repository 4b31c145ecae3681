package cutscore.server.access;

import cutscore.kernel.Words;

/** Somebody asked for what is not theirs. The words are fit to be shown and name nobody. */
public class AccessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    public AccessRefused(Words words) {
        super(words.toString(), null, false, false);
        this.words = words;
    }

    /** Why, and what would be needed. */
    public Words words() {
        return words;
    }
}
