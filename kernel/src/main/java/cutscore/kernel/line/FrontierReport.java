package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.util.List;

/**
 * Every lawful line that nobody could lower and keep lawful, key by key: by subject the vectors of
 * which no mark can go down, by total the lowest total for each floor. The line of a dossier is at
 * or above one of them: of lines that pass the same people the definition takes the one that lowers
 * least.
 *
 * @param rule what was asked
 * @param keys in the dossier's order
 */
public record FrontierReport(LineRule rule, List<Key> keys) {

    /**
     * One key.
     *
     * @param lines each with the four counts of its rate; empty when no line is lawful or nobody is
     *     measured
     */
    public record Key(String key, List<RateComparison> lines) {
        public Key {
            lines = List.copyOf(lines);
        }
    }

    public FrontierReport {
        keys = List.copyOf(keys);
    }

    public static FrontierReport of(LineRule rule, List<KeyCounts> counts) {
        var search = new LineSearch(rule);
        return new FrontierReport(
                rule,
                counts.stream().map(key -> new Key(key.key(), search.frontier(key))).toList());
    }

    /** The file's bytes: canonical JSON. */
    public byte[] bytes() {
        return Json.object()
                .put("rule", rule.toJson())
                .put("engine", Dossier.engine(Dossier.Engine.OURS))
                .put("keys", Json.array(keys.stream().map(FrontierReport::key).toList()))
                .build()
                .bytes();
    }

    private static Json key(Key key) {
        return Json.object()
                .put("key", key.key())
                .put(
                        "frontier",
                        Json.array(key.lines().stream().map(FrontierReport::line).toList()))
                .build();
    }

    private static Json line(RateComparison lawful) {
        var json = Json.object();
        if (lawful.at() instanceof PassingLine.TotalAndFloor(_, var floor)) {
            json.put("floor", floor.toString());
        }
        lawful.at().put(json);
        return json.put("passed", lawful.passed()).put("headroom", lawful.headroom()).build();
    }
}
