package cutscore.kernel.time;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A declaration window (申报时间). Both ends are inside: at 17:00:00 sharp the window is still open.
 * The notices do not say so; it is the reading that takes nothing from anybody.
 */
public record Window(OffsetDateTime opens, OffsetDateTime closes) {

    /**
     * @throws IllegalArgumentException when it would close before it opens
     */
    public Window {
        if (closes.isBefore(opens)) {
            throw new IllegalArgumentException("closes before it opens: " + opens + ", " + closes);
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(opens.toInstant()) && !moment.isAfter(closes.toInstant());
    }
}
