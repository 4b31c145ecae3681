package cutscore.server.publication;

import cutscore.kernel.Words;

/** Something that cannot be printed or found; nothing has changed. */
public final class PublicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    PublicationRefused(Words words) {
        super(words.toString(), null, false, false);
        this.words = words;
    }

    public Words words() {
        return words;
    }
}
