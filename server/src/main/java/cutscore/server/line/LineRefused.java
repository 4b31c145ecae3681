package cutscore.server.line;

/** A step of a line that is not taken; nothing has changed. */
public final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LineRefusal why;

    public LineRefused(LineRefusal why) {
        super(why.name() + " " + why.words(), null, false, false);
        this.why = why;
    }

    public LineRefusal why() {
        return why;
    }
}
