package cutscore.server.declaration.list;

import java.util.List;

/**
 * Upright bars drawn on the server.
 *
 * @param bars in their order; at least one
 */
record BarChart(List<Bar> bars) {
    static final int WIDTH = 344;
    static final int HEIGHT = 132;
    private static final int TOP = 22;
    private static final int BOTTOM = 104;

    /**
     * One bar.
     *
     * @param label under it; empty where there is no room
     */
    record Bar(String label, long value) {}

    BarChart {
        bars = List.copyOf(bars);
    }

    int base() {
        return BOTTOM;
    }

    private int step() {
        return Math.max(1, WIDTH / Math.max(1, bars.size()));
    }

    int width() {
        return Math.max(2, step() - Math.max(1, step() / 5));
    }

    int x(int bar) {
        return bar * step();
    }

    int middle(int bar) {
        return x(bar) + width() / 2;
    }

    int height(int bar) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        long value = bars.get(bar).value();
        return (int) Math.max(value > 0 ? 2 : 0, (BOTTOM - TOP) * value / most);
    }

    int y(int bar) {
        return BOTTOM - height(bar);
    }

    /** Whether each bar has room for its number. */
    boolean numbered() {
        return step() >= 28;
    }
}
