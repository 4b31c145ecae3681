package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A declaration window as announced.
 *
 * @param province a province's code
 * @param window both ends inside
 * @param grace announced time after the close in which what was begun before the close may still
 *     arrive; zero if none
 * @param uploadTrail announced time after a submission in which its evidence may follow; zero if
 *     none
 * @param circular which circular announced it
 * @param revision how often an official act changed it since; 0 as announced
 */
public record WindowOnRecord(
        UUID id,
        SessionId session,
        DivisionCode province,
        Round round,
        Window window,
        Duration grace,
        Duration uploadTrail,
        UUID circular,
        int revision) {

    /** The one that closes last comes last: of several rounds the one people still wait for. */
    public static final Comparator<WindowOnRecord> BY_CLOSE =
            Comparator.comparing(one -> one.window().closes().toInstant());

    /** Both ends inside: opens ≤ arrival ≤ closes, and no grace. */
    public boolean admits(Instant arrival) {
        return admits(arrival, Optional.empty());
    }

    /**
     * In time ⇔ opens ≤ arrival ≤ closes, or it was begun by the close and arrival ≤ closes +
     * grace. The same for everybody.
     *
     * @param begun when the draft was begun on this server
     */
    public boolean admits(Instant arrival, Optional<Instant> begun) {
        var closing = window.closes().toInstant();
        boolean graced = begun.filter(start -> !start.isAfter(closing)).isPresent();
        return !isBefore(arrival) && !arrival.isAfter(graced ? closing.plus(grace) : closing);
    }

    /** Whether that moment lies before the window opens. */
    public boolean isBefore(Instant arrival) {
        return arrival.isBefore(window.opens().toInstant());
    }

    /** Whether that moment lies after the close and its grace. */
    public boolean isAfter(Instant arrival) {
        return arrival.isAfter(window.closes().toInstant().plus(grace));
    }

    /** What it says, with the effective close. */
    public WindowDraft draft() {
        return new WindowDraft(session, province, round, window, grace, uploadTrail, circular);
    }
}
