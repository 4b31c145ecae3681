package cutscore.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a request arrived, whatever this machine's clock does. */
class ArrivalsTests {
    private static final Instant CLOSE = Instant.parse("2046-06-01T09:00:00Z");

    /** The true time moves by itself; the machine's clock may be pushed. */
    private static final class World {
        private Instant truth = CLOSE;
        private long machine = 77_000_000_000L;
        private boolean reachable = true;
        private final Arrivals arrivals = new Arrivals(this::database, () -> machine);

        private Instant database() {
            if (!reachable) {
                throw new IllegalStateException("the database is away");
            }
            return truth;
        }

        private void pass(Duration time) {
            truth = truth.plus(time);
            machine += time.toNanos();
        }

        private Arrivals.Stamp stamp() {
            return new Arrivals.Stamp(machine, null);
        }
    }

    private final World world = new World();

    @Test
    void aRequestCountsFromItsFirstByte() {
        world.arrivals.keep();
        world.pass(Duration.ofMillis(700));
        var first = world.stamp();
        var arrived = world.truth;
        world.pass(Duration.ofSeconds(3));
        assertThat(world.arrivals.instant(first)).isEqualTo(arrived);
    }

    @Test
    void anOldReadingDoesNotCountAndTheTransactionsClockDecides() {
        world.arrivals.keep();
        world.pass(Duration.ofSeconds(4));
        var first = world.stamp();
        world.pass(Duration.ofMillis(1001));
        assertThat(world.arrivals.instant(first)).isEqualTo(world.truth);
    }

    @Test
    void whoSendsOneByteAndWaitsWinsNothing() {
        var first = world.stamp();
        world.pass(Arrivals.LONGEST);
        world.arrivals.keep();
        assertThat(world.arrivals.instant(first)).isEqualTo(CLOSE);
        world.pass(Duration.ofMillis(1));
        assertThat(world.arrivals.instant(first)).isEqualTo(world.truth);
    }

    @Test
    void aSlowReadingDoesNotCount() {
        var slow = new Arrivals(() -> CLOSE, new java.util.concurrent.atomic.AtomicLong()::get);
        slow.keep();
        assertThat(slow.instant(new Arrivals.Stamp(-1_000_000_000L, null)))
                .isEqualTo(CLOSE.minusSeconds(1));
        var nanos = new long[1];
        var slower = new Arrivals(() -> CLOSE, () -> nanos[0] += 260_000_000L);
        slower.keep();
        assertThat(slower.instant(new Arrivals.Stamp(0, null))).isEqualTo(CLOSE);
    }

    /** A crowd makes the database slow: what it says late says less than what was known. */
    @Test
    void aSlowReadingDoesNotSpoilAnExactOne() {
        var truth = new Instant[] {CLOSE};
        var machine = new long[] {1_000_000_000L};
        var takes = new long[] {0};
        var arrivals =
                new Arrivals(
                        () -> {
                            // Read at once, answered late: half way is not where it was read.
                            var read = truth[0];
                            truth[0] = truth[0].plusNanos(takes[0]);
                            machine[0] += takes[0];
                            return read;
                        },
                        () -> machine[0]);
        arrivals.keep();
        takes[0] = 240_000_000L;
        arrivals.keep();
        var expected = truth[0];
        assertThat(arrivals.instant(new Arrivals.Stamp(machine[0], null))).isEqualTo(expected);
        assertThat(arrivals.doubt()).isLessThan(Duration.ofMillis(2));
    }

    /** A clock that was set contradicts what was read before, and is believed at once. */
    @Test
    void aClockThatWasSetIsBelieved() {
        world.arrivals.keep();
        world.pass(Duration.ofSeconds(1));
        world.truth = world.truth.minusSeconds(2);
        world.arrivals.keep();
        assertThat(world.arrivals.instant(world.stamp())).isEqualTo(world.truth);
    }

    @Test
    void aHeldInstantIsKeptAndNeverLiesAhead() {
        var held = CLOSE.minusSeconds(300);
        assertThat(world.arrivals.instant(new Arrivals.Stamp(0, held))).isEqualTo(held);
        var ahead = CLOSE.plusSeconds(300);
        assertThat(world.arrivals.instant(new Arrivals.Stamp(0, ahead))).isEqualTo(CLOSE);
    }

    /** F14: the machine is pushed by hours, forth and back, around the close. */
    @Test
    void aMachineWhoseClockJumpsDecidesNothingWrong() {
        long seed = new Random().nextInt();
        System.out.println("start number " + seed);
        var random = new Random(seed);
        int wrong = 0;
        for (int i = 0; i < 10_000; i++) {
            world.truth = CLOSE.plusMillis(random.nextInt(4000) - 2000);
            world.arrivals.keep();
            world.pass(Duration.ofMillis(random.nextInt(900)));
            long jump = (random.nextBoolean() ? 1 : -1) * (61_000L + random.nextInt(86_400_000));
            world.machine += jump * 1_000_000L;
            var first = world.stamp();
            boolean inTime = !world.truth.isAfter(CLOSE);
            boolean judged = !world.arrivals.instant(first).isAfter(CLOSE);
            wrong += inTime == judged ? 0 : 1;
        }
        assertThat(wrong).as("start number %d", seed).isZero();
    }
}
