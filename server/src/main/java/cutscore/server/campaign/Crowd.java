package cutscore.server.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who declare, each with a key made and kept before sending, and who send again with the
 * same key whenever they are left without an answer. Some press twice at once; some, who have a
 * receipt, ask again later.
 */
final class Crowd {
    private static final int TWICE_PERCENT = 10;
    private static final int LATER_PERCENT = 5;
    private static final String BODY =
            "{\"ground\":\"WORKS\",\"place\":\"513326\",\"commitment\":true}";

    private final int port;
    private final List<Person> people;
    private final long seed;
    private final Control control;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<Sending> unresolved = new ConcurrentLinkedQueue<>();
    private final Book book = new Book();
    private volatile boolean open = true;

    /** What a campaign does wrong on purpose, to see that it would be noticed. */
    enum Control {
        NONE,
        /** Takes a declaration for acknowledged as soon as it was sent, and never asks again. */
        ACKNOWLEDGED_EARLY
    }

    Crowd(int port, List<Person> people, long seed, Control control) {
        this.port = port;
        this.people = people;
        this.seed = seed;
        this.control = control;
    }

    /** One person's declaration on its way. */
    static final class Sending {
        private final Person person;
        private final String key;
        private final byte[] request;

        Sending(Person person, String key, byte[] request) {
            this.person = person;
            this.key = key;
            this.request = request;
        }

        Person person() {
            return person;
        }

        String key() {
            return key;
        }
    }

    Book book() {
        return book;
    }

    /** So many at a time, until the people are used up or {@link #stop} is called. */
    List<Thread> start(int clients) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var random = new SplittableRandom(seed * 1_000 + i);
            threads.add(Thread.ofVirtual().name("client-" + i).start(() -> declare(random)));
        }
        return threads;
    }

    /** Nobody begins anything new; who has begun comes to an end. */
    void stop() {
        open = false;
    }

    boolean isUsedUp() {
        return next.get() >= people.size();
    }

    private void declare(SplittableRandom random) {
        try (var wire = new Wire(port);
                var second = new Wire(port)) {
            while (open) {
                var again = unresolved.poll();
                int turn = again == null ? next.getAndIncrement() : -1;
                if (turn >= people.size()) {
                    return;
                }
                var sending = again == null ? fresh(people.get(turn)) : again;
                if (again == null && random.nextInt(100) < TWICE_PERCENT) {
                    var other = Thread.ofVirtual().start(() -> send(second, sending));
                    send(wire, sending);
                    other.join();
                } else {
                    send(wire, sending);
                }
                if (again == null && random.nextInt(100) < LATER_PERCENT) {
                    book.any(random).ifPresent(known -> send(wire, known.sending()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until every key has its answer; the server runs and nobody cuts any more. */
    void resolveAll() throws InterruptedException {
        try (var wire = new Wire(port)) {
            for (var one = unresolved.poll(); one != null; one = unresolved.poll()) {
                send(wire, one);
            }
        }
    }

    private Sending fresh(Person person) {
        String key = "campaign-" + Long.toHexString(seed) + "-" + person.number();
        var headers =
                Map.of(
                        "Authorization",
                        person.header(),
                        "X-XSRF-TOKEN",
                        Wire.MASKED,
                        "Idempotency-Key",
                        key,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json");
        return new Sending(
                person, key, Wire.request("POST", "/api/v1/declarations", headers, BODY));
    }

    private void send(Wire wire, Sending sending) {
        if (control == Control.ACKNOWLEDGED_EARLY) {
            book.early(sending);
        }
        try {
            var answer = wire.send(sending.request);
            book.sent();
            switch (answer.status()) {
                case 201 -> book.acknowledged(sending, answer);
                case 422 -> book.refused(sending, answer.member("code"));
                default -> later(sending, "" + answer.status());
            }
        } catch (IOException gone) {
            later(sending, "cut");
        }
    }

    private void later(Sending sending, String why) {
        book.unanswered(why);
        if (control == Control.NONE) {
            unresolved.add(sending);
        }
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
