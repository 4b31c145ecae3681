package cutscore.server.line.web.workbench;

/**
 * Where a drawing lies in its box, in whole units; positions between them are written in tenths.
 *
 * @param width of the box
 * @param height of the box
 */
record Frame(int width, int height, int start, int end, int top, int bottom) {

    /** For a screen that is wide. */
    static final Frame WIDE = new Frame(720, 380, 48, 704, 44, 342);

    /** The same for a phone: drawn anew, not shrunk, so that its words stay readable. */
    static final Frame NARROW = new Frame(344, 280, 40, 336, 44, 242);

    /** One of several side by side. */
    static final Frame SMALL = new Frame(344, 196, 8, 336, 40, 158);

    /** The place of a step among steps. */
    String x(long step, long steps) {
        return tenths(xTenths(step, steps));
    }

    long xTenths(long step, long steps) {
        return 10L * start + 10L * (end - start) * step / Math.max(1, steps);
    }

    /** The height of a share of the whole; more than the whole stands at the top. */
    String y(long share, long whole) {
        long up = 10L * (bottom - top) * Math.min(share, whole) / Math.max(1, whole);
        return tenths(10L * bottom - up);
    }

    /** 123.4, and 123 where nothing is left over. */
    static String tenths(long tenths) {
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
