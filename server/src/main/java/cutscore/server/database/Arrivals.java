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
 * every second ({@link #keep}), and what was read more than five seconds ago does not count.
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

    /** The business clock read between two looks at the monotonic one. */
    private record Reading(Instant at, long nanos) {}

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
        if (told == null || monotonic.getAsLong() - told.nanos > FRESH.toNanos()) {
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
        if (told == null || monotonic.getAsLong() - told.nanos > FRESH.toNanos()) {
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
        long before = monotonic.getAsLong();
        var at = business.instant();
        long after = monotonic.getAsLong();
        if (after - before <= QUICK.toNanos()) {
            reading = new Reading(at, before + (after - before) / 2);
        }
    }
}
