package cutscore.server.cycle;

import cutscore.kernel.circular.CircularDraft;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * When everything of a played session happens, from the circular's dates alone. Deadlines that no
 * text fixes (how long clearance takes, say) are invented and the same for every session.
 *
 * @param begins when the circular is entered
 * @param window as the circular announces it
 */
record Timeline(Instant begins, Window window) {
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);

    /**
     * On the day under the circular's signature; if that is missing or too late, before the
     * opening.
     */
    static Timeline of(CircularDraft draft, Window window) {
        var published = draft.published();
        var opens = window.opens().toInstant();
        var closes = window.closes().toInstant();
        var hourBefore = opens.minus(Duration.ofHours(1));
        if (published == null) {
            return new Timeline(hourBefore, window);
        }
        var morning = published.atTime(OFFICE_OPENS).toInstant(Beijing.OFFSET);
        boolean inTime = morning.isBefore(closes.minus(Duration.ofDays(1)));
        return new Timeline(inTime ? morning : hourBefore, window);
    }

    Instant circularConfirmed() {
        return begins.plus(Duration.ofMinutes(10));
    }

    Instant circularAgreed() {
        return begins.plus(Duration.ofMinutes(20));
    }

    Instant windowAnnounced() {
        return begins.plus(Duration.ofMinutes(30));
    }

    Instant rosterImported() {
        return begins.plus(Duration.ofMinutes(35));
    }

    Instant rosterConfirmed() {
        return begins.plus(Duration.ofMinutes(40));
    }

    /** Spread evenly: the first at the opening, the last at the close, which still counts. */
    Instant declared(long index, long of) {
        var ready = begins.plus(Duration.ofMinutes(45));
        var opens = window.opens().toInstant();
        var first = opens.isBefore(ready) ? ready : opens;
        return spread(first, window.closes().toInstant(), index, of);
    }

    Instant reviewed(long index, long of) {
        return spread(afterClose(12), afterClose(36), index, of);
    }

    Instant mended(long index, long of) {
        return spread(afterClose(48), afterClose(60), index, of);
    }

    /** Until then a returned declaration may be mended. */
    Instant mendUntil() {
        return afterClose(72);
    }

    Instant reviewedAgain(long index, long of) {
        return spread(afterClose(74), afterClose(84), index, of);
    }

    Instant sealed() {
        return days(5);
    }

    Instant agreed() {
        return days(6);
    }

    Instant proposed() {
        return days(7);
    }

    Instant recomputed() {
        return afterClose(24 * 7 + 4);
    }

    Instant approved() {
        return days(8);
    }

    Instant filed() {
        return days(21);
    }

    Instant published() {
        return days(23);
    }

    Instant awarded() {
        return days(24);
    }

    Instant batchPrepared() {
        return days(25);
    }

    Instant batchApproved() {
        return afterClose(24 * 25 + 4);
    }

    Instant issued() {
        return days(26);
    }

    Instant annulmentProposed() {
        return days(60);
    }

    Instant annulmentConfirmed() {
        return days(61);
    }

    Instant verified() {
        return days(62);
    }

    private Instant days(int count) {
        return afterClose(24L * count);
    }

    private Instant afterClose(long hours) {
        return window.closes().toInstant().plus(Duration.ofHours(hours));
    }

    private static Instant spread(Instant from, Instant to, long index, long of) {
        long millis = Duration.between(from, to).toMillis();
        return of < 2 ? from : from.plusMillis(Math.multiplyExact(millis, index) / (of - 1));
    }
}
