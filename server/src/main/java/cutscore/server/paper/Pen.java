package cutscore.server.paper;

/**
 * How a text is written.
 *
 * @param size in points
 */
record Pen(Style style, float size, Ink ink) {
    static final Pen BODY = new Pen(Style.TEXT, 10.5f, Ink.INK);
    static final Pen SMALL = new Pen(Style.TEXT, 8.5f, Ink.FAINT);
    static final Pen LABEL = new Pen(Style.TEXT, 9, Ink.FAINT);
    static final Pen VALUE = new Pen(Style.STRONG, 12, Ink.INK);
    static final Pen TITLE = new Pen(Style.SONG, 24, Ink.INK);
    static final Pen HEADING = new Pen(Style.STRONG, 13, Ink.INK);
    static final Pen SEAL = new Pen(Style.STRONG, 15, Ink.SEAL);
    static final Pen SEAL_SMALL = new Pen(Style.TEXT, 7, Ink.SEAL);

    /** From baseline to baseline: 1.75 of the size for Chinese. */
    float lead() {
        return size * 1.75f;
    }
}
