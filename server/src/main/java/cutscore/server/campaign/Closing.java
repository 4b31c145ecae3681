package cutscore.server.campaign;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * L2: the last minutes before a close, and the first seconds after it. Every request leaves at an
 * instant drawn beforehand, whatever the server does; the driver's clock is that of the database's
 * machine, so both bounds of every true arrival are known.
 */
public final class Closing {
    private static final String BODY =
            "{\"ground\":\"WORKS\",\"place\":\"513326\",\"commitment\":true}";

    /** Half of the slowest reading of the clocks that counts. */
    private static final long EXACT_MILLIS = 125;

    private final int port;
    private final InstantSource wall = InstantSource.system();

    public Closing(int port) {
        this.port = port;
    }

    /**
     * How one fared.
     *
     * @param sent not before this instant did the first byte leave
     * @param answered nor did it arrive after this
     * @param arrivedAt what the answer says; null without one
     */
    record Fared(int status, String code, Instant sent, Instant answered, Instant arrivedAt) {}

    /**
     * What came of it.
     *
     * @param wrong accepted though it left after the close, or refused though answered before it,
     *     or judged by another instant than the answer names
     * @param outside how many were told an arrival outside of their two bounds
     * @param lateMicros how long after leaving an arrival was noted, sorted
     */
    public record Ran(
            int sent,
            int accepted,
            int refused,
            int shed,
            int failed,
            int wrong,
            int outside,
            List<Long> lateMicros,
            List<Long> answerMillis) {}

    /**
     * @param closes the close on the database's clock
     * @param before over how long before it, with the last second as full as the seconds before
     *     together hold one in ten
     */
    public Ran run(List<Person> people, Instant closes, Duration before, long seed)
            throws InterruptedException {
        var random = new SplittableRandom(seed);
        var fared = new ConcurrentLinkedQueue<Fared>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < people.size(); i++) {
            long micros = leaves(i, people.size(), before, random);
            var at = closes.plusNanos(micros * 1_000);
            var person = people.get(i);
            threads.add(Thread.ofVirtual().start(() -> submit(person, at, fared)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return judge(List.copyOf(fared), closes);
    }

    /** Microseconds from the close: a tenth in the last second, a tenth in the first after it. */
    private static long leaves(int i, int all, Duration before, SplittableRandom random) {
        if (i < all / 10) {
            return -random.nextLong(1_000_000);
        }
        if (i < all / 5) {
            return 1 + random.nextLong(1_000_000);
        }
        return -1_000_000 - random.nextLong(before.toNanos() / 1_000 - 1_000_000);
    }

    private void submit(Person person, Instant at, ConcurrentLinkedQueue<Fared> fared) {
        byte[] request =
                Wire.request(
                        "POST",
                        "/api/v1/declarations",
                        Map.of(
                                "Authorization",
                                person.header(),
                                "X-XSRF-TOKEN",
                                Wire.MASKED,
                                "Idempotency-Key",
                                "closing-" + person.number(),
                                "Content-Type",
                                "application/json"),
                        BODY);
        try (var wire = new Wire(port)) {
            sleepUntil(at.minusSeconds(2));
            wire.connect();
            sleepUntil(at);
            var sent = wall.instant();
            var answer = wire.send(request);
            var told = answer.member("arrivedAt");
            fared.add(
                    new Fared(
                            answer.status(),
                            answer.member("code"),
                            sent,
                            wall.instant(),
                            told.isEmpty()
                                    ? Instant.EPOCH
                                    : OffsetDateTime.parse(told).toInstant()));
        } catch (IOException gone) {
            fared.add(new Fared(0, "", at, wall.instant(), Instant.EPOCH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleepUntil(Instant at) throws InterruptedException {
        long nanos = Duration.between(wall.instant(), at).toNanos();
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }

    private static Ran judge(List<Fared> fared, Instant closes) {
        int accepted = 0;
        int refused = 0;
        int shed = 0;
        int wrong = 0;
        int outside = 0;
        var late = new ArrayList<Long>();
        var took = new ArrayList<Long>();
        for (var one : fared) {
            took.add(Duration.between(one.sent, one.answered).toMillis());
            shed += one.status == 503 ? 1 : 0;
            if (one.status != 201 && one.status != 422) {
                continue;
            }
            boolean in = one.status == 201;
            accepted += in ? 1 : 0;
            refused += in ? 0 : 1;
            boolean byName = in == !one.arrivedAt.isAfter(closes);
            boolean tooLate = in && one.sent.isAfter(closes);
            boolean tooStrict = !in && one.answered.isBefore(closes);
            wrong += !byName || tooLate || tooStrict ? 1 : 0;
            outside +=
                    one.arrivedAt.isBefore(one.sent.minusMillis(EXACT_MILLIS))
                                    || one.arrivedAt.isAfter(one.answered.plusMillis(EXACT_MILLIS))
                            ? 1
                            : 0;
            late.add(Duration.between(one.sent, one.arrivedAt).toNanos() / 1_000);
        }
        int failed = fared.size() - accepted - refused - shed;
        return new Ran(
                fared.size(),
                accepted,
                refused,
                shed,
                failed,
                wrong,
                outside,
                late.stream().sorted().toList(),
                took.stream().sorted().toList());
    }
}
