package cutscore.server.line;

import cutscore.kernel.Words;

/** A step of a line that is not taken; nothing has changed. */
public final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LineRefusal why;
    private final String about;

    public LineRefused(LineRefusal why) {
        this(why, "");
    }

    /**
     * @param about which provinces or inputs, in Chinese names that need no translation
     */
    LineRefused(LineRefusal why, String about) {
        super(why.name() + " " + why.words() + about, null, false, false);
        this.why = why;
        this.about = about;
    }

    public LineRefusal why() {
        return why;
    }

    /** What to tell the officer, with what it is about. */
    public Words words() {
        var words = why.words();
        return about.isEmpty()
                ? words
                : new Words(words.zh() + "：" + about, words.en() + ": " + about);
    }
}
