package cutscore.kernel.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lets outsiders recompute a dossier's keys without the roster: per key, how many examinees
 * have which lowest subject mark, in the pool and outside. Small groups are not merged ({@code
 * "smallGroups":"none"}): a merged group would no longer prove the line.
 *
 * @param rule what the counts were made by
 * @param keys in the dossier's order
 */
public record PublicPack(LineRule rule, List<KeyCounts> keys) {
    private static final long MOST_PEOPLE = 1_000_000_000_000L;

    public PublicPack {
        keys = List.copyOf(keys);
    }

    /** The dossier's keys again, by the rule of that dossier. */
    public List<MeasuredKey> measure(LineRule by) {
        var solver = new LineSolver(by);
        return keys.stream().map(solver::measure).toList();
    }

    public Json.Obj toJson() {
        return Json.object()
                .put("rule", rule.toJson())
                .put("engine", Dossier.engine(Dossier.Engine.OURS))
                .put("smallGroups", "none")
                .put("keys", Json.array(keys.stream().map(PublicPack::key).toList()))
                .build();
    }

    /** The file's bytes: canonical JSON. */
    public byte[] bytes() {
        return toJson().bytes();
    }

    /**
     * @throws Unreadable when the text is no public pack
     */
    public static PublicPack read(String input, String text) {
        try {
            return fromJson(Json.parseObject(text));
        } catch (JsonFault e) {
            throw new Unreadable(Dossier.unreadable(input, String.valueOf(e.getMessage())));
        } catch (Unreadable e) {
            throw new Unreadable(e.faults().stream().map(fault -> fault.in(input)).toList());
        }
    }

    /**
     * @throws JsonFault when it has another shape
     * @throws Unreadable when its rule is none
     */
    public static PublicPack fromJson(Json.Obj json) {
        if (!json.text("smallGroups").equals("none")) {
            throw new JsonFault("unknown smallGroups: " + json.text("smallGroups"));
        }
        var keys = json.array("keys").stream().map(PublicPack::key).toList();
        Set<String> names = new HashSet<>();
        for (KeyCounts key : keys) {
            if (!names.add(key.key())) {
                throw new JsonFault("key given twice: " + key.key());
            }
        }
        return new PublicPack(LineRule.fromJson(json.object("rule")), keys);
    }

    private static Json key(KeyCounts counts) {
        return Json.object()
                .put("key", counts.key())
                .put("pool", marks(counts.pool()))
                .put("outside", marks(counts.outside()))
                .build();
    }

    private static KeyCounts key(Json json) {
        var object = Dossier.object(json);
        return new KeyCounts(
                object.text("key"), marks(object.object("pool")), marks(object.object("outside")));
    }

    private static Json marks(LowestMarks marks) {
        var lowest =
                marks.counts().entrySet().stream()
                        .map(
                                entry ->
                                        Json.object()
                                                .put("mark", entry.getKey().toString())
                                                .put("people", entry.getValue())
                                                .build())
                        .toList();
        return Json.object()
                .put("lowest", Json.array(lowest))
                .put("unmarked", marks.unmarked())
                .build();
    }

    private static LowestMarks marks(Json.Obj json) {
        var marks = new LowestMarks();
        marks.addUnmarked(people(json, "unmarked"));
        for (Json item : json.array("lowest")) {
            var object = Dossier.object(item);
            var mark =
                    Score.parse(object.text("mark"))
                            .orElseThrow(() -> new JsonFault("no mark: " + object.text("mark")));
            marks.add(mark, people(object, "people"));
            if (marks.people() > MOST_PEOPLE) {
                throw new JsonFault("more people than there are");
            }
        }
        return marks;
    }

    private static long people(Json.Obj json, String name) {
        long people = json.whole(name);
        if (people < 0 || people > MOST_PEOPLE) {
            throw new JsonFault("not a number of people: " + name);
        }
        return people;
    }
}
