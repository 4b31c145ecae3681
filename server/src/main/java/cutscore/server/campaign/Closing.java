package cutscore.server.campaign;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * L2: the last minutes before a close, and the first seconds after it. Every request leaves at an
 * instant drawn beforehand; the driver's clock is that of the database's machine, so both bounds of
 * every true arrival are known. Who is told to come again does, with the ticket he was given, and
 * is judged by his first attempt.
 */
public final class Closing {
    private static final String BODY =
            "{\"ground\":\"WORKS\",\"place\":\"513326\",\"commitment\":true}";

    /** More than at any moment have an answer to wait for; so nobody leaves late. */
    private static final int CONNECTIONS = 1_000;

    /** How far the server's idea of an arrival may lie outside of what the sender knows. */
    static final long EXACT_MICROS = 2_000;

    private static final int TRIES = 20;

    private final int port;
    private final InstantSource wall = InstantSource.system();

    public Closing(int port) {
        this.port = port;
    }

    /**
     * How one fared.
     *
     * @param sent not before this instant did the first byte leave
     * @param answered nor did it arrive after this; both of the first attempt
     * @param arrivedAt what the answer says; the epoch without one
     * @param again how often it was sent again
     */
    private record Fared(int status, Instant sent, Instant answered, Instant arrivedAt, int again) {

        boolean isJudged() {
            return status == 201 || status == 422;
        }

        /** Microseconds by which the told arrival lies outside of its bounds. */
        long outside() {
            long early = Duration.between(arrivedAt, sent).toNanos() / 1_000;
            long late = Duration.between(answered, arrivedAt).toNanos() / 1_000;
            return Math.max(0, Math.max(early, late));
        }

        boolean isWrong(Instant closes) {
            boolean in = status == 201;
            boolean byName = in == !arrivedAt.isAfter(closes);
            boolean tooLate = in && sent.isAfter(closes);
            boolean tooStrict = !in && answered.isBefore(closes);
            return !byName || tooLate || tooStrict;
        }
    }

    /**
     * What came of it.
     *
     * @param again how many were told to come again, at least once
     * @param failed without a judgement in the end
     * @param wrong accepted though it left after the close, or refused though answered before it,
     *     or judged by another instant than the answer names
     * @param outside how many were told an arrival more than two milliseconds outside of its bounds
     * @param furthestMicros by how much at most, of all
     * @param lateMicros how long after leaving an arrival was noted, sorted
     */
    public record Ran(
            int sent,
            int accepted,
            int refused,
            int again,
            int failed,
            int wrong,
            int outside,
            long furthestMicros,
            List<Long> lateMicros,
            List<Long> answerMillis) {}

    /** Whether that instant is over, on the clock of the database's machine. */
    public boolean isPast(Instant moment) {
        return wall.instant().isAfter(moment);
    }

    /**
     * @param closes the close on the database's clock
     * @param before over how long before it people come
     */
    public Ran run(List<Person> people, Instant closes, Duration before, long seed)
            throws InterruptedException {
        var random = new SplittableRandom(seed);
        var leaves =
                IntStream.range(0, people.size())
                        .mapToObj(i -> closes.plusNanos(leaves(i, people.size(), before, random)))
                        .sorted()
                        .toList();
        var fared = new ConcurrentLinkedQueue<Fared>();
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Math.min(CONNECTIONS, people.size()); i++) {
            threads.add(Thread.ofVirtual().start(() -> client(people, leaves, next, fared)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return judge(List.copyOf(fared), closes);
    }

    /**
     * Nanoseconds from the close: two hundred or a tenth in the last second, as many in the first
     * after it, the others before.
     */
    private static long leaves(int i, int all, Duration before, SplittableRandom random) {
        int dense = Math.min(all / 10, Math.max(200, all / 200));
        if (i < dense) {
            return -random.nextLong(1_000_000_000);
        }
        if (i < 2 * dense) {
            return 1 + random.nextLong(1_000_000_000);
        }
        return -1_000_000_000 - random.nextLong(before.toNanos() - 1_000_000_000);
    }

    private void client(
            List<Person> people,
            List<Instant> leaves,
            AtomicInteger next,
            ConcurrentLinkedQueue<Fared> fared) {
        try (var wire = new Wire(port)) {
            for (int i = next.getAndIncrement(); i < people.size(); i = next.getAndIncrement()) {
                sleepUntil(leaves.get(i));
                fared.add(submit(wire, people.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fared submit(Wire wire, Person person) throws InterruptedException {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", person.header());
        headers.put("X-XSRF-TOKEN", Wire.MASKED);
        headers.put("Idempotency-Key", "closing-" + person.number());
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        var first = wall.instant();
        var known = Instant.MAX;
        for (int i = 0; i < TRIES; i++) {
            try {
                var request = Wire.request("POST", "/api/v1/declarations", headers, BODY);
                first = i == 0 ? wall.instant() : first;
                var answer = wire.send(request);
                known = i == 0 ? wall.instant() : known;
                if (answer.status() != 503) {
                    return fared(answer, first, known, i);
                }
                String ticket = answer.header("set-cookie-place").split(";", 2)[0];
                if (!ticket.isEmpty()) {
                    headers.put(Wire.ALSO, ticket);
                }
                String seconds = answer.header("retry-after");
                Thread.sleep(seconds.isEmpty() ? 1_000 : Integer.parseInt(seconds) * 1_000L);
            } catch (IOException gone) {
                // Not known whether it arrived: the same key, again.
                Thread.sleep(200);
            }
        }
        return new Fared(0, first, known, Instant.EPOCH, TRIES);
    }

    private static Fared fared(Wire.Answer answer, Instant sent, Instant answered, int again) {
        String told = answer.member("arrivedAt");
        var at = told.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(told).toInstant();
        return new Fared(answer.status(), sent, answered, at, again);
    }

    private void sleepUntil(Instant at) throws InterruptedException {
        long nanos = Duration.between(wall.instant(), at).toNanos();
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }

    private static Ran judge(List<Fared> fared, Instant closes) {
        var judged = fared.stream().filter(Fared::isJudged).toList();
        int accepted = (int) judged.stream().filter(one -> one.status == 201).count();
        var outside = judged.stream().map(Fared::outside).sorted().toList();
        return new Ran(
                fared.size(),
                accepted,
                judged.size() - accepted,
                (int) fared.stream().filter(one -> one.again > 0).count(),
                fared.size() - judged.size(),
                (int) judged.stream().filter(one -> one.isWrong(closes)).count(),
                (int) outside.stream().filter(micros -> micros > EXACT_MICROS).count(),
                outside.isEmpty() ? 0 : outside.getLast(),
                judged.stream()
                        .map(one -> Duration.between(one.sent, one.arrivedAt).toNanos() / 1_000)
                        .sorted()
                        .toList(),
                judged.stream()
                        .filter(one -> one.again == 0)
                        .map(one -> Duration.between(one.sent, one.answered).toMillis())
                        .sorted()
                        .toList());
    }
}
