package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A declaration window as announced.
 *
 * @param province a province's code
 * @param window both ends inside
 * @param grace announced time after the close in which an arrival still counts; zero if none
 * @param circular which circular announced it
 */
public record WindowOnRecord(
        UUID id,
        SessionId session,
        DivisionCode province,
        Round round,
        Window window,
        Duration grace,
        UUID circular) {

    /** In time ⇔ opens ≤ arrival ≤ closes + grace. */
    public boolean admits(Instant arrival) {
        return !isBefore(arrival) && !isAfter(arrival);
    }

    /** Whether that moment lies before the window opens. */
    public boolean isBefore(Instant arrival) {
        return arrival.isBefore(window.opens().toInstant());
    }

    /** Whether that moment lies after the close and its grace. */
    public boolean isAfter(Instant arrival) {
        return arrival.isAfter(window.closes().toInstant().plus(grace));
    }
}
