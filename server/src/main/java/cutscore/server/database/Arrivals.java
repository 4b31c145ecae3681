package cutscore.server.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a request arrived: its first byte, told in business time. This machine's wall clock is never
 * asked. The monotonic clock marks the byte; how far the business clock stands from it is read
 * every second ({@link #keep}), and where nothing could be read for five seconds it does not count.
 *
 * <p>A reading lies somewhere between two looks at the monotonic clock, so it is as exact as half
 * of what it took: its doubt, which grows as the clocks drift. The most exact reading is kept,
 * until a newer one is more exact or contradicts it, which means that a clock was set.
 *
 * <p>What is said of an arrival is held against the business clock itself, inside the transaction
 * that decides: nothing arrives after it, and a request counts from its first byte only when it was
 * whole within {@link #LONGEST}. So neither a sleeping machine nor a client that sends one byte and
 * waits wins time.
 */
public final class Arrivals {
    /** From the first byte to the decision, at most; else it counts when it is decided. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration QUICK = Duration.ofMillis(250);

    /** A clock that is being disciplined runs by at most so much fast or slow, in millionths. */
    private static final long DRIFT_PPM = 500;

    private static final long EXACT_NANOS = 500_000;
    private static final int TRIES = 3;
    private static final ThreadLocal<@Nullable Stamp> CURRENT = new ThreadLocal<>();

    private final InstantSource business;
    private final LongSupplier monotonic;
    private volatile @Nullable Reading reading;

    /**
     * @param business the database's clock, or what a play puts in its place
     * @param monotonic nanoseconds that only go forward, {@code System::nanoTime}
     */
    public Arrivals(InstantSource business, LongSupplier monotonic) {
        this.business = business;
        this.monotonic = monotonic;
    }

    /**
     * The business clock read between two looks at the monotonic one.
     *
     * @param nanos half way between the two
     * @param doubt half of what lay between them
     * @param confirmed when it was last found not to be contradicted
     */
    private record Reading(Instant at, long nanos, long doubt, long confirmed) {

        long doubtAt(long later) {
            return doubt + Math.abs(later - nanos) / 1_000_000 * DRIFT_PPM;
        }

        boolean isStale(long now) {
            return now - confirmed > FRESH.toNanos();
        }

        boolean contradicts(Reading other) {
            // As seconds first: clocks that were set may lie further apart than nanoseconds count.
            var apart = Duration.between(other.at.plusNanos(nanos - other.nanos), at).abs();
            return apart.compareTo(Duration.ofNanos(doubt + other.doubtAt(nanos))) > 0;
        }
    }

    /**
     * A request's arrival.
     *
     * @param nanos its first byte on the monotonic clock
     * @param held an instant that we vouched for before, when the same request had to wait
     */
    public record Stamp(long nanos, @Nullable Instant held) {}

    /** What is done for a request. */
    @FunctionalInterface
    public interface Work<X extends Throwable, Y extends Throwable> {
        void run() throws X, Y;
    }

    /** The request this thread answers; outside of any, now. */
    public Stamp current() {
        var current = CURRENT.get();
        return current == null ? new Stamp(monotonic.getAsLong(), null) : current;
    }

    /** Answers a request that arrived so; what runs inside sees it as {@link #current}. */
    public static <X extends Throwable, Y extends Throwable> void within(
            Stamp stamp, Work<X, Y> work) throws X, Y {
        var before = CURRENT.get();
        CURRENT.set(stamp);
        try {
            work.run();
        } finally {
            CURRENT.set(before);
        }
    }

    /**
     * The arrival in business time, to the microsecond. To be asked inside the transaction that
     * decides, whose own clock has the last word.
     */
    public Instant instant(Stamp stamp) {
        return instant(stamp, now());
    }

    /**
     * The same where the business clock was read already.
     *
     * @param now the business clock, read in the deciding transaction
     */
    public Instant instant(Stamp stamp, Instant now) {
        var held = stamp.held();
        if (held != null) {
            return held.isAfter(now) ? now : held;
        }
        var told = reading;
        if (told == null || told.isStale(monotonic.getAsLong())) {
            return now;
        }
        var arrival = told.at.plusNanos(stamp.nanos - told.nanos).truncatedTo(ChronoUnit.MICROS);
        boolean credible = !arrival.isAfter(now) && !arrival.isBefore(now.minus(LONGEST));
        return credible ? arrival : now;
    }

    /**
     * The same without asking the database, for what does not decide anything; null where the last
     * reading is too old.
     */
    public @Nullable Instant estimate(Stamp stamp) {
        var told = reading;
        if (told == null || told.isStale(monotonic.getAsLong())) {
            return null;
        }
        return told.at.plusNanos(stamp.nanos - told.nanos).truncatedTo(ChronoUnit.MICROS);
    }

    /** The business clock, now. */
    public Instant now() {
        return business.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads how far the clocks stand apart; a slow answer says too little and does not count. */
    void keep() {
        for (int i = 0; i < TRIES && keepOnce() > EXACT_NANOS; i++) {
            // Once more: the answer was slower than usual.
        }
    }

    /** The doubt of what is kept. */
    private long keepOnce() {
        long before = monotonic.getAsLong();
        var at = business.instant();
        long after = monotonic.getAsLong();
        if (after - before > QUICK.toNanos()) {
            return Long.MAX_VALUE;
        }
        var fresh = new Reading(at, before + (after - before) / 2, (after - before) / 2, after);
        var held = reading;
        if (held == null || fresh.contradicts(held) || fresh.doubt <= held.doubtAt(fresh.nanos)) {
            reading = fresh;
            return fresh.doubt;
        }
        reading = new Reading(held.at, held.nanos, held.doubt, after);
        return held.doubtAt(after);
    }

    /**
     * By how much the arrivals told now may be wrong, either way; the longest time where nothing
     * vouches for them.
     */
    Duration doubt() {
        var told = reading;
        long now = monotonic.getAsLong();
        return told == null || told.isStale(now) ? LONGEST : Duration.ofNanos(told.doubtAt(now));
    }
}
