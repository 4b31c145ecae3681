package cutscore.server.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the crowd was told, kept outside the server: the measure of what must be there afterwards.
 */
final class Book {
    private final Map<String, Known> acknowledged = new ConcurrentHashMap<>();
    private final List<Known> order = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());

    /** A receipt somebody holds. */
    record Known(Crowd.Sending sending, String receipt, long act, String arrivedAt) {}

    void sent() {
        count("answers");
    }

    void unanswered(String why) {
        count("without an answer: " + why);
    }

    void acknowledged(Crowd.Sending sending, Wire.Answer answer) {
        var known =
                new Known(
                        sending,
                        answer.member("receipt"),
                        answer.number("ledgerIndex"),
                        answer.member("arrivedAt"));
        var before = acknowledged.putIfAbsent(sending.key(), known);
        if (before == null || before.receipt.isEmpty()) {
            acknowledged.put(sending.key(), known);
            order.add(known);
            count("acknowledged");
        } else {
            count("told the same again");
            if (!before.receipt.equals(known.receipt) || before.act != known.act) {
                faults.add("told differently: " + sending.key());
            }
        }
    }

    /** The control: taken for acknowledged though nobody said so. */
    void early(Crowd.Sending sending) {
        acknowledged.putIfAbsent(sending.key(), new Known(sending, "", -1, ""));
    }

    void refused(Crowd.Sending sending, String code) {
        faults.add("refused " + code + ": " + sending.key());
        count("refused " + code);
    }

    private void count(String what) {
        counts.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    Optional<Known> any(SplittableRandom random) {
        synchronized (order) {
            return order.isEmpty()
                    ? Optional.empty()
                    : Optional.of(order.get(random.nextInt(order.size())));
        }
    }

    long acknowledgedSoFar() {
        return order.size();
    }

    List<Known> all() {
        return List.copyOf(acknowledged.values());
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    NavigableMap<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, n) -> all.put(what, n.get()));
        return all;
    }
}
