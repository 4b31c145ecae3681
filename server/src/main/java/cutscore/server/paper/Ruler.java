package cutscore.server.paper;

/** How wide a text is. */
@FunctionalInterface
interface Ruler {
    /** In the units of the pen's size. */
    float width(Pen pen, String text);
}
