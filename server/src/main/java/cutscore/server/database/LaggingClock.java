package cutscore.server.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Business time that goes on from where a replay ended: another clock, so far behind. */
record LaggingClock(InstantSource other, Duration lag) implements InstantSource {

    @Override
    public Instant instant() {
        return other.instant().minus(lag);
    }
}
