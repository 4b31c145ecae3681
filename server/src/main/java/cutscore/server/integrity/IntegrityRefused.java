package cutscore.server.integrity;

/** A decision that is not recorded; nothing has changed. */
public final class IntegrityRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IntegrityRefusal why;

    IntegrityRefused(IntegrityRefusal why) {
        super(why.name() + " " + why.words(), null, false, false);
        this.why = why;
    }

    public IntegrityRefusal why() {
        return why;
    }
}
