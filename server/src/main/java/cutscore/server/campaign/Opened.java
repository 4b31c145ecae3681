package cutscore.server.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One step of the open day.
 *
 * @param aSecond how many people came each second
 * @param comeMillis over how long they came
 * @param drainedMillis after the last had come, until the last inside had come to an end
 * @param inTime how many held their receipt when the last had come
 */
public record Opened(
        int aSecond, int people, long comeMillis, long drainedMillis, int inTime, Tally tally) {

    /** Declarations a thousand seconds, while people came: the goodput. */
    public long goodput() {
        return inTime * 1_000_000L / comeMillis;
    }

    public Map<String, String> receipts() {
        return tally.receipts();
    }

    /** Milliseconds that so many percent of all awaited answers took at most. */
    public long awaited(int percent) {
        return at(tally.awaited(), percent);
    }

    /** The same of answers that sent somebody to wait. */
    public long shed(int percent) {
        return at(tally.sheds(), percent);
    }

    public int sheds() {
        return tally.sheds().size();
    }

    /** Answers that nobody should get, and connections that broke. */
    public long unexpected() {
        return tally.counts().entrySet().stream()
                .filter(one -> !one.getKey().startsWith("went home"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A table of what was met, as Markdown. */
    public String table(String title) {
        var out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "%n**%s: %d a second**, %,d people in %.1f s; %,d had their receipt by then"
                            + " (%.2f a second), %,d in the end; the last inside was done %.1f s"
                            + " later. %s%n%n| what | answers | p50 ms | p95 ms | p99 ms | most ms"
                            + " |%n|---|--:|--:|--:|--:|--:|%n",
                        title,
                        aSecond,
                        people,
                        comeMillis / 1e3,
                        inTime,
                        goodput() / 1e3,
                        tally.declared(),
                        drainedMillis / 1e3,
                        tally.counts().isEmpty() ? "" : tally.counts() + "."));
        for (var kind : Kind.values()) {
            out.append(row(kind.title(), tally.of(kind)));
        }
        return out.append(row("sent to wait", tally.sheds())).toString();
    }

    private static String row(String what, List<Long> sorted) {
        return sorted.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %,d | %,d | %,d |%n",
                        what,
                        sorted.size(),
                        at(sorted, 50),
                        at(sorted, 95),
                        at(sorted, 99),
                        at(sorted, 100));
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }
}
