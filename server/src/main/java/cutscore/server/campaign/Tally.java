package cutscore.server.campaign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the crowd of one step met: times in milliseconds, and everything else as counts. */
final class Tally {
    private final Map<Kind, ConcurrentLinkedQueue<Long>> times = new EnumMap<>(Kind.class);
    private final ConcurrentLinkedQueue<Long> sheds = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    Tally() {
        for (var kind : Kind.values()) {
            times.put(kind, new ConcurrentLinkedQueue<>());
        }
    }

    void took(Kind kind, long millis) {
        queue(kind).add(millis);
    }

    private ConcurrentLinkedQueue<Long> queue(Kind kind) {
        return Objects.requireNonNull(times.get(kind));
    }

    void shed(long millis) {
        sheds.add(millis);
    }

    void count(String what) {
        counts.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    void declared(Person person, String receipt) {
        receipts.put(person.admissionNumber(), receipt);
    }

    int declared() {
        return receipts.size();
    }

    /** By admission number. */
    Map<String, String> receipts() {
        return Map.copyOf(receipts);
    }

    List<Long> of(Kind kind) {
        return queue(kind).stream().sorted().toList();
    }

    /** All that somebody looks at an empty page for. */
    List<Long> awaited() {
        return times.entrySet().stream()
                .filter(one -> one.getKey().isAwaited())
                .flatMap(one -> one.getValue().stream())
                .sorted()
                .toList();
    }

    List<Long> sheds() {
        return sheds.stream().sorted().toList();
    }

    NavigableMap<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, n) -> all.put(what, n.get()));
        return all;
    }
}
