package cutscore.server.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * Business time that is told where it stands: {@code cycle}, {@code demo} and tests walk it along a
 * circular's dates. It never goes back.
 */
public final class ScriptedClock implements InstantSource {
    private Instant now = Instant.EPOCH;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * @throws IllegalArgumentException when that moment has passed already
     */
    public synchronized void moveTo(Instant moment) {
        if (moment.isBefore(now)) {
            throw new IllegalArgumentException(moment + " is before " + now);
        }
        now = moment;
    }

    /** The same, for a moment as a circular writes it. */
    public void moveTo(OffsetDateTime moment) {
        moveTo(moment.toInstant());
    }

    public synchronized void advance(Duration by) {
        moveTo(now.plus(by));
    }
}
