package cutscore.server.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the second person counted and digested for himself, from the files and not from our screen.
 *
 * @param rosterRows examinees on the roster
 * @param halfPoints sum of all marks, in half points
 * @param areaRows line areas
 * @param declaredRows approved declarations
 * @param rosterHead the first eight signs of the roster file's SHA-256
 * @param areasHead of the areas CSV's
 * @param declaredHead of the declared CSV's
 */
public record TypedTotals(
        long rosterRows,
        long halfPoints,
        long areaRows,
        long declaredRows,
        String rosterHead,
        String areasHead,
        String declaredHead) {

    /** Signs of a digest that have to be typed; more of them are compared as well. */
    public static final int HEAD = 8;

    /** One of the things to type. */
    public enum Figure {
        ROSTER_ROWS,
        HALF_POINTS,
        AREA_ROWS,
        DECLARED_ROWS,
        ROSTER_HEAD,
        AREAS_HEAD,
        DECLARED_HEAD
    }

    /** The figures that are not those of the snapshot; none when all are right. */
    List<Figure> differing(SealedInputs sealed) {
        var differing = new ArrayList<Figure>();
        add(differing, Figure.ROSTER_ROWS, rosterRows == sealed.totals().rows());
        add(differing, Figure.HALF_POINTS, halfPoints == sealed.totals().halfPoints());
        add(differing, Figure.AREA_ROWS, areaRows == sealed.areaRows());
        add(differing, Figure.DECLARED_ROWS, declaredRows == sealed.declaredRows());
        add(differing, Figure.ROSTER_HEAD, heads(rosterHead, sealed.roster()));
        add(differing, Figure.AREAS_HEAD, heads(areasHead, sealed.areas()));
        add(differing, Figure.DECLARED_HEAD, heads(declaredHead, sealed.declared()));
        return List.copyOf(differing);
    }

    private static void add(List<Figure> differing, Figure figure, boolean right) {
        if (!right) {
            differing.add(figure);
        }
    }

    private static boolean heads(String typed, String digest) {
        String head = typed.strip().toLowerCase(Locale.ROOT);
        return head.length() >= HEAD && digest.startsWith(head);
    }
}
