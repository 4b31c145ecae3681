package cutscore.server;

import cutscore.server.campaign.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the open day promises, against what was seen.
 *
 * @param steps the first warmed up, the last came afterwards; between them the counted ones
 */
record OpenDayGoals(List<Opened> steps, Kept kept) {
    private static final long P95_MILLIS = 1_000;
    private static final long P99_MILLIS = 2_500;
    private static final long SHED_MILLIS = 200;
    private static final long GOODPUT_PERCENT = 90;
    private static final long RECOVERY_MILLIS = 30_000;

    /**
     * What is there afterwards.
     *
     * @param lost receipts that lead to no declaration of that person
     * @param doubled declarations beyond one for each person
     * @param unaccounted acts of the ledger beyond or short of one for each declaration
     */
    record Kept(int receipts, long lost, long doubled, long unaccounted) {}

    private record Goal(String words, String seen, boolean met) {}

    private List<Opened> counted() {
        return steps.subList(1, steps.size() - 1);
    }

    private List<Goal> goals() {
        var first = counted().getFirst();
        var last = counted().getLast();
        long best = counted().stream().mapToLong(Opened::goodput).max().orElse(0);
        long percent = best == 0 ? 0 : last.goodput() * 100 / best;
        long unexpected = steps.stream().mapToLong(Opened::unexpected).sum();
        boolean healthy = steps.getLast().awaited(95) <= P95_MILLIS;
        var goals = new ArrayList<Goal>();
        goals.add(upTo("first step: awaited answers, p95", first.awaited(95), P95_MILLIS));
        goals.add(upTo("first step: awaited answers, p99", first.awaited(99), P99_MILLIS));
        goals.add(
                last.sheds() == 0
                        ? new Goal("last step: sent to wait, p95", "nobody was", true)
                        : upTo("last step: sent to wait, p95", last.shed(95), SHED_MILLIS));
        goals.add(
                new Goal(
                        "last step: goodput at least " + GOODPUT_PERCENT + " % of the best",
                        percent + " %",
                        percent >= GOODPUT_PERCENT));
        goals.add(
                new Goal(
                        "recovery within 30 s: all inside done, and the first rate as quick again",
                        String.format(
                                Locale.ROOT,
                                "%.1f s, then p95 %,d ms",
                                last.drainedMillis() / 1e3,
                                steps.getLast().awaited(95)),
                        last.drainedMillis() <= RECOVERY_MILLIS && healthy));
        goals.add(none("answers that nobody should get, connections broken", unexpected));
        goals.add(
                new Goal(
                        "receipts lost, declarations doubled, acts unaccounted for: none",
                        String.format(
                                Locale.ROOT,
                                "%d, %d, %d of %,d",
                                kept.lost(),
                                kept.doubled(),
                                kept.unaccounted(),
                                kept.receipts()),
                        kept.lost() == 0 && kept.doubled() == 0 && kept.unaccounted() == 0));
        return goals;
    }

    private static Goal upTo(String words, long millis, long most) {
        String bound = String.format(Locale.ROOT, "%s ≤ %,d ms", words, most);
        return new Goal(bound, String.format(Locale.ROOT, "%,d ms", millis), millis <= most);
    }

    private static Goal none(String words, long seen) {
        return new Goal(words + ": none", Long.toString(seen), seen == 0);
    }

    boolean areMet() {
        return goals().stream().allMatch(Goal::met);
    }

    /** As Markdown, the goals first. */
    String table(List<Integer> times) {
        var out = new StringBuilder("| goal | seen | |\n|---|---|---|\n");
        for (var goal : goals()) {
            String met = goal.met ? "met" : "**missed**";
            out.append("| " + goal.words + " | " + goal.seen + " | " + met + " |\n");
        }
        for (int i = 0; i < times.size(); i++) {
            out.append(counted().get(i).table("×" + times.get(i)));
        }
        return out.toString();
    }
}
