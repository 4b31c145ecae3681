package cutscore.kernel.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lets outsiders recompute a dossier's keys without the roster: per key, how many examinees
 * have which lowest subject mark, in the pool and outside; where each subject has a mark of its own
 * or a total counts, the pool's joint histogram. It says how small groups are treated.
 *
 * @param rule what the counts were made by
 * @param smallGroups what was joined
 * @param keys in the dossier's order, joined already
 */
public record PublicPack(LineRule rule, SmallGroups smallGroups, List<KeyCounts> keys) {
    private static final long MOST_PEOPLE = 1_000_000_000_000L;

    public PublicPack {
        keys = List.copyOf(keys);
    }

    /** The pack that is published: small groups folded. */
    public static PublicPack of(LineRule rule, List<KeyCounts> counts) {
        return of(rule, SmallGroups.FOLDED, counts);
    }

    /** Joins what is to be joined. */
    public static PublicPack of(LineRule rule, SmallGroups groups, List<KeyCounts> counts) {
        return new PublicPack(
                rule, groups, counts.stream().map(key -> groups.apply(key, rule)).toList());
    }

    /** The dossier's keys again. */
    public List<MeasuredKey> measure() {
        return Dossier.of(rule, keys, List.of(), java.util.Optional.empty()).keys();
    }

    public Json.Obj toJson() {
        return Json.object()
                .put("rule", rule.toJson())
                .put("engine", Dossier.engine(Dossier.Engine.OURS))
                .put("smallGroups", smallGroups.word)
                .put("keys", Json.array(keys.stream().map(this::key).toList()))
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
        var rule = LineRule.fromJson(json.object("rule"));
        var groups = smallGroups(json.text("smallGroups"));
        var keys = json.array("keys").stream().map(key -> key(key, rule.shape())).toList();
        Set<String> names = new HashSet<>();
        for (KeyCounts key : keys) {
            if (!names.add(key.key())) {
                throw new JsonFault("key given twice: " + key.key());
            }
        }
        return new PublicPack(rule, groups, keys);
    }

    private static SmallGroups smallGroups(String word) {
        for (SmallGroups groups : SmallGroups.values()) {
            if (groups.word.equals(word)) {
                return groups;
            }
        }
        throw new JsonFault("unknown smallGroups: " + word);
    }

    private Json key(KeyCounts counts) {
        var json = Json.object().put("key", counts.key());
        if (rule.shape() instanceof Shape.Uniform) {
            json.put("pool", lowest(counts.pool()));
        } else {
            json.put("subjects", counts.pool().dimensions()).put("pool", joint(counts.pool()));
        }
        return json.put("outside", lowest(counts.outside())).build();
    }

    private static KeyCounts key(Json json, Shape shape) {
        var object = Dossier.object(json);
        var pool =
                shape instanceof Shape.Uniform
                        ? lowest(object.object("pool"))
                        : joint(object.object("pool"), subjects(object));
        return new KeyCounts(object.text("key"), pool, lowest(object.object("outside")));
    }

    private static int subjects(Json.Obj key) {
        long subjects = key.whole("subjects");
        if (subjects < 1 || subjects > MarkCounts.MOST_DIMENSIONS) {
            throw new JsonFault("not a number of subjects: " + subjects);
        }
        return (int) subjects;
    }

    private static Json lowest(MarkCounts marks) {
        var cells =
                marks.cells().stream()
                        .map(
                                cell ->
                                        Json.object()
                                                .put("mark", cell.marks().getFirst().toString())
                                                .put("people", cell.people())
                                                .build())
                        .toList();
        return Json.object()
                .put("lowest", Json.array(cells))
                .put("unmarked", marks.unmarked())
                .build();
    }

    private static MarkCounts lowest(Json.Obj json) {
        var counts = new MarkCounts(1);
        addUnmarked(counts, json);
        for (Json item : json.array("lowest")) {
            var cell = Dossier.object(item);
            add(counts, new int[] {LineJson.mark(cell, "mark").halfPoints()}, cell);
        }
        return counts;
    }

    private static Json joint(MarkCounts marks) {
        var cells =
                marks.cells().stream()
                        .map(
                                cell ->
                                        Json.object()
                                                .put("marks", LineJson.texts(cell.marks()))
                                                .put("people", cell.people())
                                                .build())
                        .toList();
        return Json.object()
                .put("joint", Json.array(cells))
                .put("unmarked", marks.unmarked())
                .build();
    }

    private static MarkCounts joint(Json.Obj json, int subjects) {
        var counts = new MarkCounts(subjects);
        addUnmarked(counts, json);
        for (Json item : json.array("joint")) {
            var cell = Dossier.object(item);
            var marks = LineJson.marks(cell);
            if (marks.size() != subjects) {
                throw new JsonFault("not one mark per subject: " + cell.canonical());
            }
            add(counts, marks.stream().mapToInt(mark -> mark.halfPoints()).toArray(), cell);
        }
        return counts;
    }

    private static void add(MarkCounts counts, int[] marks, Json.Obj cell) {
        counts.add(marks, people(cell, "people"));
        within(counts);
    }

    private static void addUnmarked(MarkCounts counts, Json.Obj json) {
        counts.addUnmarked(people(json, "unmarked"));
        within(counts);
    }

    private static void within(MarkCounts counts) {
        if (counts.people() > MOST_PEOPLE) {
            throw new JsonFault("more people than there are");
        }
    }

    private static long people(Json.Obj json, String name) {
        long people = json.whole(name);
        if (people < 0 || people > MOST_PEOPLE) {
            throw new JsonFault("not a number of people: " + name);
        }
        return people;
    }
}
