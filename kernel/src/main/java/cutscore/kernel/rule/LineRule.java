package cutscore.kernel.rule;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a separate line is determined: every setting that the circulars leave open, written down. All
 * marks are per subject.
 *
 * @param session the exam session
 * @param key what gets its own line
 * @param shape what a line looks like
 * @param national each subject's national mark; on the grid
 * @param grid the marks the line may lie on
 * @param sat who is an examinee
 * @param pool who is measured; always examinees
 * @param basis who chose a setting and why, by the setting's name; changes no figure
 */
public record LineRule(
        SessionId session,
        Key key,
        Shape shape,
        Score national,
        Grid grid,
        Sat sat,
        Pool pool,
        Map<String, Basis> basis) {

    /** {@code 2023-1}, which a rule without a session stands for; 软考's first with this scheme. */
    public static final SessionId FIRST_SESSION = SessionId.of(2023, 1);

    /** 软考's national mark in every subject. */
    public static final Score NATIONAL = Score.of("45");

    /**
     * @throws IllegalArgumentException when the national mark is not above the grid's lowest, on
     *     it, or a floor is not below the national mark, on the grid
     */
    public LineRule {
        if (national.compareTo(grid.lowest()) <= 0 || !grid.holds(national)) {
            throw new IllegalArgumentException("national mark off the grid: " + national);
        }
        if (shape instanceof Shape.TotalAndFloor(var floor)
                && (floor.compareTo(national) >= 0 || !grid.holds(floor))) {
            throw new IllegalArgumentException("floor off the grid: " + floor);
        }
        if (!Basis.SETTINGS.containsAll(basis.keySet())) {
            throw new IllegalArgumentException("a basis of no setting: " + basis.keySet());
        }
        basis = Collections.unmodifiableMap(new TreeMap<>(basis));
    }

    /** A rule for which nobody has written down who chose what. */
    public LineRule(
            SessionId session,
            Key key,
            Shape shape,
            Score national,
            Grid grid,
            Sat sat,
            Pool pool) {
        this(session, key, shape, national, grid, sat, pool, Map.of());
    }

    /** The rule that an empty file stands for. */
    public static LineRule defaults(SessionId session) {
        return new LineRule(
                session,
                Key.LEVEL,
                Shape.UNIFORM,
                NATIONAL,
                Grid.WHOLE_MARKS,
                Sat.ANY,
                Pool.REGISTERED);
    }

    /** The same rule in another shape. */
    public LineRule shaped(Shape other) {
        return new LineRule(session, key, other, national, grid, sat, pool, basis);
    }

    /** Which key a qualification belongs to, as the dossier names it. */
    public String keyOf(Qualification qualification) {
        return switch (key) {
            case LEVEL -> qualification.level().name();
            case SESSION -> session.value();
            case QUALIFICATION -> qualification.name();
        };
    }

    /** What gets its own line. */
    public enum Key {
        LEVEL("level"),
        SESSION("session"),
        QUALIFICATION("qualification");

        final String word;

        Key(String word) {
            this.word = word;
        }

        /** As the rule's file writes it. */
        public String word() {
            return word;
        }
    }

    /** Who is an examinee. Voided examinees never are. */
    public enum Sat {
        /** At least one subject was sat; a voided subject was. */
        ANY("any"),
        /** Every subject was sat. */
        ALL("all"),
        /** Everybody on the roster. */
        REGISTERED("registered");

        final String word;

        Sat(String word) {
            this.word = word;
        }

        /** As the rule's file writes it. */
        public String word() {
            return word;
        }
    }

    /** Who of the examinees is measured. */
    public enum Pool {
        /** Registered in a line area. */
        REGISTERED("registered"),
        /** With an approved declaration. */
        DECLARED("declared"),
        /** Either of the two. */
        BOTH("both");

        final String word;

        Pool(String word) {
            this.word = word;
        }

        /** As the rule's file writes it. */
        public String word() {
            return word;
        }
    }

    /** Complete, with every default written out. */
    public Json.Obj toJson() {
        var json =
                Json.object()
                        .put("session", session.value())
                        .put("key", key.word)
                        .put("shape", shape.word())
                        .put("national", national.toString())
                        .put("grid", grid.toJson())
                        .put("sat", sat.word)
                        .put("pool", pool.word);
        if (shape instanceof Shape.TotalAndFloor(var floor)) {
            json.put("floor", floor.toString());
        }
        if (!basis.isEmpty()) {
            var written = Json.object();
            basis.forEach(
                    (setting, of) ->
                            written.put(
                                    setting,
                                    Json.object().put("by", of.by()).put("why", of.why()).build()));
            json.put("basis", written.build());
        }
        return json.build();
    }

    /**
     * @throws cutscore.kernel.Unreadable with every fault of the rule
     */
    public static LineRule fromJson(Json.Obj json) {
        return RuleReader.read("rule", json.pretty(), NATIONAL).rule();
    }
}
