package cutscore.server.campaign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * L1: the day the window opens. People arrive at a fixed rate whatever the server does, and each
 * walks the real pages: begin, the facts, the evidence page, check, submit, receipt. One in four
 * also reads public pages, whose times are kept apart.
 */
public final class OpenDay {
    private static final int PATIENCE = 20;

    private final int port;
    private final ConcurrentLinkedQueue<Long> pages = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> submits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> sheds = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> publics = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> declared = new ConcurrentLinkedQueue<>();

    public OpenDay(int port) {
        this.port = port;
    }

    /**
     * What came of it; times in milliseconds, sorted.
     *
     * @param outcomes of the journeys
     * @param declared admission numbers that were led to their receipt
     * @param seconds from the first arrival to the last answer
     */
    public record Ran(
            Map<String, Long> outcomes,
            List<Long> pages,
            List<Long> submits,
            List<Long> sheds,
            List<Long> publics,
            List<String> declared,
            long seconds) {}

    public Ran run(List<Person> people, int aSecond) throws InterruptedException {
        long begun = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < people.size(); i++) {
            long at = begun + i * 1_000_000_000L / aSecond;
            long nanos = at - System.nanoTime();
            if (nanos > 0) {
                Thread.sleep(java.time.Duration.ofNanos(nanos));
            }
            var person = people.get(i);
            threads.add(Thread.ofVirtual().start(() -> journey(person)));
        }
        for (var thread : threads) {
            thread.join();
        }
        long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
        var counts = new java.util.TreeMap<String, Long>();
        outcomes.forEach((what, n) -> counts.put(what, n.get()));
        return new Ran(
                counts,
                sorted(pages),
                sorted(submits),
                sorted(sheds),
                sorted(publics),
                List.copyOf(declared),
                Math.max(1, seconds));
    }

    private void journey(Person person) {
        String outcome;
        try (var wire = new Wire(port)) {
            if (person.number() % 4 == 0) {
                ask(wire, publics, "GET", "/", person, "");
                ask(wire, publics, "GET", "/areas?q=%E9%81%93%E5%AD%9A", person, "");
            }
            ask(wire, pages, "GET", "/me/declare", person, "");
            ask(wire, pages, "POST", "/me/declare", person, "");
            ask(wire, pages, "POST", "/me/declare/you", person, "");
            ask(wire, pages, "POST", "/me/declare/evidence", person, "");
            ask(wire, pages, "GET", "/me/declare/check", person, "");
            outcome = submit(wire, person);
        } catch (IOException gone) {
            outcome = "connection lost";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = "interrupted";
        }
        outcomes.computeIfAbsent(outcome, _ -> new AtomicLong()).incrementAndGet();
    }

    private String submit(Wire wire, Person person) throws IOException, InterruptedException {
        String place = "";
        for (int i = 0; i < PATIENCE; i++) {
            long begun = System.nanoTime();
            var answer =
                    wire.send(
                            request("POST", "/me/declare/submit", person, "commitment=yes", place));
            long took = (System.nanoTime() - begun) / 1_000_000;
            String to = answer.header("location");
            if (answer.status() == 303 && to.endsWith("/waiting")) {
                sheds.add(took);
                place = answer.header("set-cookie-place").split(";")[0].replace("place=", "");
                awaitTurn(wire, person, place);
                continue;
            }
            submits.add(took);
            if (to.contains("/me/receipt")) {
                declared.add(person.admissionNumber());
                return "declared";
            }
            return "submit answered " + answer.status() + " " + to.replaceAll("https?://[^/]+", "");
        }
        return "waited in vain";
    }

    /** As a browser does: the waiting page again whenever it says so. */
    private void awaitTurn(Wire wire, Person person, String place)
            throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            var page = wire.send(request("GET", "/waiting", person, "", place));
            String refresh = page.header("refresh");
            Thread.sleep(refresh.startsWith("1;") ? 1_000 : 4_000);
            if (refresh.contains("url=") || refresh.isEmpty()) {
                return;
            }
        }
    }

    private void ask(
            Wire wire,
            ConcurrentLinkedQueue<Long> times,
            String method,
            String path,
            Person person,
            String body)
            throws IOException, InterruptedException {
        String place = "";
        var answer = new Wire.Answer(0, Map.of(), "");
        for (int i = 0; i < PATIENCE; i++) {
            long begun = System.nanoTime();
            answer = wire.send(request(method, path, person, body, place));
            long took = (System.nanoTime() - begun) / 1_000_000;
            if (answer.status() != 303 || !answer.header("location").endsWith("/waiting")) {
                times.add(took);
                break;
            }
            sheds.add(took);
            place = answer.header("set-cookie-place").split(";")[0].replace("place=", "");
            awaitTurn(wire, person, place);
        }
        if (answer.status() >= 400) {
            String what = path.split("\\?")[0] + " answered " + answer.status();
            outcomes.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
        }
    }

    private static byte[] request(
            String method, String path, Person person, String body, String place) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", person.header());
        headers.put("Accept", "text/html");
        if (!place.isEmpty()) {
            headers.put("X-Place", place);
        }
        if (method.equals("POST")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            headers.put("X-XSRF-TOKEN", Wire.MASKED);
        }
        return Wire.request(method, path, headers, body);
    }

    private static List<Long> sorted(ConcurrentLinkedQueue<Long> times) {
        return times.stream().sorted().toList();
    }
}
