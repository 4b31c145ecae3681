package cutscore.bench;

import cutscore.kernel.seal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer that all contenders are asked for, counted without the kernel: per level who sat, who
 * met the national line, who is in the pool, how many of the pool reach each whole mark, and the
 * lowest mark that keeps the rate. Only for the default rule (uniform, national 45).
 */
final class Tally {
    private static final int NATIONAL = 45;
    private static final int HALVES = 152;

    private final Map<String, long[][]> levels = new TreeMap<>();

    /**
     * @param lowestHalf the lowest subject mark in half points; -1 when a subject is not marked
     */
    void add(String level, boolean inPool, int lowestHalf, long people) {
        // The last place holds those who reach no line.
        levels.computeIfAbsent(level, _ -> new long[2][HALVES])[inPool ? 1 : 0][
                        lowestHalf < 0 ? HALVES - 1 : lowestHalf] +=
                people;
    }

    /** As canonical JSON, the same text from whoever counted. */
    String answer() {
        return Json.array(
                        levels.entrySet().stream()
                                .map(e -> key(e.getKey(), e.getValue()[1], e.getValue()[0]))
                                .toList())
                .canonical();
    }

    private static Json key(String level, long[] pool, long[] outside) {
        List<Json> passed = new ArrayList<>();
        for (int mark = 0; mark < NATIONAL; mark++) {
            passed.add(Json.of(reaching(pool, mark)));
        }
        long examinees = people(pool) + people(outside);
        long national = reaching(pool, NATIONAL) + reaching(outside, NATIONAL);
        return Json.object()
                .put("key", level)
                .put("examinees", examinees)
                .put("nationalPassed", national)
                .put("pool", people(pool))
                .put("passed", Json.array(passed))
                .put("mark", mark(pool, national, examinees))
                .build();
    }

    /** The lowest mark with p·N ≤ K·M that passes more than the national line; else none. */
    private static String mark(long[] pool, long national, long examinees) {
        for (int mark = 0; mark < NATIONAL; mark++) {
            long passed = reaching(pool, mark);
            if (passed * examinees <= national * people(pool)) {
                return passed > reaching(pool, NATIONAL) ? Integer.toString(mark) : "none";
            }
        }
        return "none";
    }

    private static long reaching(long[] counts, int mark) {
        long sum = 0;
        for (int half = 2 * mark; half < HALVES - 1; half++) {
            sum += counts[half];
        }
        return sum;
    }

    private static long people(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The same answer, read from a dossier. */
    static String of(Json.Obj dossier) {
        Map<String, Json> keys = new TreeMap<>();
        for (Json json : dossier.array("keys")) {
            if (json instanceof Json.Obj key) {
                List<Json> passed = new ArrayList<>();
                for (Json row : key.array("table")) {
                    passed.add(Json.of(((Json.Obj) row).whole("passed")));
                }
                keys.put(
                        key.text("key"),
                        Json.object()
                                .put("key", key.text("key"))
                                .put("examinees", key.whole("examinees"))
                                .put("nationalPassed", key.whole("nationalPassed"))
                                .put("pool", key.whole("pool"))
                                .put("passed", Json.array(passed))
                                .put(
                                        "mark",
                                        key.find("mark").isPresent() ? key.text("mark") : "none")
                                .build());
            }
        }
        return Json.array(keys.values()).canonical();
    }
}
