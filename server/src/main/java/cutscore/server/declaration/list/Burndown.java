package cutscore.server.declaration.list;

import cutscore.server.declaration.Overview;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What waited at the end of each day, up to the window's close and beyond, drawn on the server.
 *
 * @param days the oldest first; at least one
 * @param closes the last day of the window, where one is known
 */
record Burndown(List<Overview.Day> days, Optional<LocalDate> closes) {
    static final int WIDTH = 700;
    static final int HEIGHT = 190;
    private static final int EDGE = 44;
    private static final int TOP = 24;
    private static final int BOTTOM = 150;

    Burndown {
        days = List.copyOf(days);
    }

    LocalDate first() {
        return days.getFirst().on();
    }

    /** The later of today and the close: the right edge. */
    LocalDate last() {
        var today = days.getLast().on();
        return closes.filter(today::isBefore).orElse(today);
    }

    int left() {
        return EDGE;
    }

    int base() {
        return BOTTOM;
    }

    int top() {
        return TOP;
    }

    long most() {
        return Math.max(1, days.stream().mapToLong(Overview.Day::waited).max().orElse(1));
    }

    int x(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(first(), last()));
        return EDGE + (int) ((WIDTH - EDGE - 8) * ChronoUnit.DAYS.between(first(), day) / all);
    }

    int y(long waited) {
        return BOTTOM - (int) ((BOTTOM - TOP) * waited / most());
    }

    String path() {
        var out = new StringBuilder();
        for (var day : days) {
            out.append(out.isEmpty() ? "M" : "L").append(x(day.on())).append(' ');
            out.append(y(day.waited()));
        }
        return out.toString();
    }

    /** Whether the close stands on the drawing. */
    Optional<LocalDate> marked() {
        return closes.filter(day -> !day.isBefore(first()) && !day.isAfter(last()));
    }
}
