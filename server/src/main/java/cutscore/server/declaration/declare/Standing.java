package cutscore.server.declaration.declare;

import cutscore.server.exam.WindowOnRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a province's windows of a session stand at a moment; for showing, the gate judges alone. */
sealed interface Standing {

    /** Open, or closed so shortly ago that what was begun in time may still arrive. */
    record Open(WindowOnRecord window, boolean inGrace) implements Standing {}

    record Coming(WindowOnRecord window) implements Standing {}

    record Closed(WindowOnRecord window) implements Standing {}

    /** None was announced. */
    record None() implements Standing {}

    static Standing of(List<WindowOnRecord> windows, Instant now, Optional<Instant> begun) {
        for (var window : windows) {
            if (window.admits(now, begun)) {
                return new Open(window, !window.admits(now));
            }
        }
        var coming = windows.stream().filter(window -> window.isBefore(now)).findFirst();
        if (coming.isPresent()) {
            return new Coming(coming.get());
        }
        return windows.isEmpty() ? new None() : new Closed(windows.getLast());
    }
}
