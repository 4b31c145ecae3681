package cutscore.server.web;

import java.util.List;
import java.util.OptionalInt;

/**
 * A line over exam sessions against the national one, drawn on the server: no script, no library.
 * Marks are in half points, the drawing in whole units.
 *
 * @param steps in the order of time; at least one
 * @param national the national mark, drawn dashed
 */
public record StepChart(List<Step> steps, int national) {
    public static final int WIDTH = 344;
    public static final int HEIGHT = 132;
    private static final int EDGE = 34;
    private static final int TOP = 30;
    private static final int BOTTOM = 100;
    private static final int GAP = 8;
    private static final int LETTER = 13;

    /**
     * One session.
     *
     * @param label under the axis, short: 23上
     * @param mark in half points; empty where nothing is known
     * @param words over the step: 40, or 同全国
     */
    public record Step(String label, OptionalInt mark, String words) {}

    /**
     * @throws IllegalArgumentException when there is no step
     */
    public StepChart {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a chart of nothing");
        }
        steps = List.copyOf(steps);
    }

    /** Where a session's step begins. */
    public int x(int step) {
        return EDGE + step * (WIDTH - EDGE) / steps.size();
    }

    /** The middle of a session's step. */
    public int middle(int step) {
        return (x(step) + x(step + 1)) / 2;
    }

    public int y(int mark) {
        return BOTTOM - (mark - lowest()) * (BOTTOM - TOP) / Math.max(1, national - lowest());
    }

    /**
     * Where a step's words stand: over it, or under it where they would cross the national line.
     */
    public int wordsY(Step step) {
        if (step.mark().isEmpty()) {
            return BOTTOM - GAP;
        }
        int y = y(step.mark().getAsInt());
        boolean crosses = y > y(national) && y - y(national) < LETTER + GAP;
        return crosses ? y + LETTER + GAP / 2 : y - GAP;
    }

    /** The baseline's mark: two points under the lowest line, so that no step lies on the axis. */
    public int lowest() {
        int least = steps.stream().flatMapToInt(s -> s.mark().stream()).min().orElse(national);
        return Math.min(least, national) - 4;
    }

    public int base() {
        return BOTTOM;
    }

    /** The path of the steps; it breaks where nothing is known. */
    public String path() {
        var out = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < steps.size(); i++) {
            var mark = steps.get(i).mark();
            if (mark.isPresent()) {
                int y = y(mark.getAsInt());
                out.append(drawn ? "V" + y : "M" + x(i) + " " + y).append('H').append(x(i + 1));
            }
            drawn = mark.isPresent();
        }
        return out.toString();
    }

    /** 45, 40.5. */
    public static String text(int halves) {
        return halves % 2 == 0 ? Integer.toString(halves / 2) : halves / 2 + ".5";
    }
}
