package cutscore.server.line.web.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The pool's pass rate against the line (合格率曲线), drawn on the server. Rates are parts per million
 * here, for the pen alone: whether a line is lawful was decided before, by fractions.
 *
 * @param ladder every line along the axis
 * @param considered the rung that is held up
 * @param lawful the lowest rung from which every higher one keeps the rate; empty when none below
 *     the national line does
 * @param frame the box
 */
record RateCurve(Ladder ladder, int considered, OptionalInt lawful, Frame frame) {
    private static final long MILLION = 1_000_000;
    private static final int WORD = 90;

    static RateCurve of(Ladder ladder, int considered, Frame frame) {
        return new RateCurve(ladder, considered, lawful(ladder), frame);
    }

    /** The lowest lawful rung below the national line: passers only grow fewer on the way up. */
    static OptionalInt lawful(Ladder ladder) {
        return IntStream.range(0, ladder.rungs().size() - 1)
                .filter(i -> ladder.rungs().get(i).holds())
                .findFirst();
    }

    /** The first rung that is drawn: lower ones lie far above the ceiling. */
    int first() {
        int nearby = 0;
        while (nearby < ladder.rungs().size() - 2 && rate(nearby) > 3 * ceiling()) {
            nearby++;
        }
        int room = Math.max(0, considered - 2);
        return Math.min(Math.min(nearby, room), Math.max(0, ladder.rungs().size() - 9));
    }

    int last() {
        return ladder.rungs().size() - 1;
    }

    /** The rate at the top of the box: a little over the highest one drawn, or the ceiling. */
    long top() {
        long highest = Math.max(rate(first()), ceiling());
        return Math.max(1, highest + highest / 12);
    }

    String x(int rung) {
        return frame.x(rung - first(), last() - first());
    }

    String y(int rung) {
        return frame.y(rate(rung), top());
    }

    String ceilingY() {
        return frame.y(ceiling(), top());
    }

    String path() {
        var out = new StringBuilder();
        for (int i = first(); i <= last(); i++) {
            out.append(i == first() ? 'M' : 'L').append(x(i)).append(' ').append(y(i));
        }
        return out.toString();
    }

    /** The lawful side, from its lowest line to the national one; empty when there is none. */
    String shade() {
        if (lawful.isEmpty()) {
            return "";
        }
        int from = Math.max(first(), lawful.getAsInt());
        return "M"
                + x(from)
                + " "
                + frame.top()
                + "H"
                + x(last())
                + "V"
                + frame.bottom()
                + "H"
                + x(from)
                + "Z";
    }

    /** Whether the lawful side is wide enough for its name; else the name stands beside it. */
    boolean roomForWord() {
        return 10L * (frame.end() - WORD) >= lawfulStart();
    }

    String lawfulWordX() {
        return Frame.tenths(roomForWord() ? 10L * frame.end() - 60 : lawfulStart() - 60);
    }

    private long lawfulStart() {
        int from = Math.max(first(), lawful.orElse(last()));
        return frame.xTenths(from - first(), last() - first());
    }

    /**
     * A height to be named.
     *
     * @param percent whole
     */
    record Height(int percent, String y) {}

    /** At most five whole percentages above nothing. */
    List<Height> heights() {
        return heights(top(), frame);
    }

    static List<Height> heights(long top, Frame frame) {
        int step = 1;
        while (top / (step * 10_000L) > 5) {
            step = step == 1 ? 2 : step == 2 ? 5 : 2 * step;
        }
        var heights = new ArrayList<Height>();
        for (int percent = step; percent * 10_000L <= top; percent += step) {
            heights.add(new Height(percent, frame.y(percent * 10_000L, top)));
        }
        return heights;
    }

    /** The rungs whose marks are written under the axis: fewer where there are many. */
    List<Integer> labelled() {
        int drawn = last() - first();
        int every = 1;
        while (drawn / every > frame.width() / 52) {
            every = every == 1 ? 2 : every == 2 ? 5 : 2 * every;
        }
        var labelled = new ArrayList<Integer>();
        for (int i = last(); i >= first(); i -= every) {
            labelled.addFirst(i);
        }
        return labelled;
    }

    /** The dots, one for each line; too many to be told apart are left out. */
    List<Integer> dots() {
        int drawn = last() - first();
        return drawn > 48 ? List.of() : IntStream.rangeClosed(first(), last()).boxed().toList();
    }

    /** Whether the words at the considered line stand to its left. */
    boolean turned() {
        return 2 * (considered - first()) > last() - first();
    }

    Ladder.Rung rung() {
        return ladder.rungs().get(considered);
    }

    private long rate(int rung) {
        var at = ladder.rungs().get(rung).compared();
        return ppm(at.passed(), at.pool());
    }

    private long ceiling() {
        var at = ladder.rungs().getFirst().compared();
        return ppm(at.nationalPassed(), at.nationalExaminees());
    }

    private static long ppm(long part, long whole) {
        return whole == 0 ? 0 : Math.multiplyExact(part, MILLION) / whole;
    }
}
