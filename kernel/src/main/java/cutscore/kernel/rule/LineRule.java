package cutscore.kernel.rule;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;

/**
 * How a separate line is determined: every setting that the circulars leave open, written down. All
 * marks are per subject. The shape is {@code uniform}: one mark for every subject.
 *
 * @param session the exam session
 * @param key what gets its own line
 * @param national each subject's national mark; on the grid
 * @param grid the marks the line may lie on
 * @param sat who is an examinee
 * @param pool who is measured; always examinees
 */
public record LineRule(SessionId session, Key key, Score national, Grid grid, Sat sat, Pool pool) {

    /** {@code 2023-1}, which a rule without a session stands for; 软考's first with this scheme. */
    public static final SessionId FIRST_SESSION = SessionId.of(2023, 1);

    /** 软考's national mark in every subject. */
    public static final Score NATIONAL = Score.of("45");

    /**
     * @throws IllegalArgumentException when the national mark is not above the grid's lowest, on it
     */
    public LineRule {
        if (national.compareTo(grid.lowest()) <= 0 || !grid.holds(national)) {
            throw new IllegalArgumentException("national mark off the grid: " + national);
        }
    }

    /** The rule that an empty file stands for. */
    public static LineRule defaults(SessionId session) {
        return new LineRule(
                session, Key.LEVEL, NATIONAL, Grid.WHOLE_MARKS, Sat.ANY, Pool.REGISTERED);
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
        return Json.object()
                .put("session", session.value())
                .put("key", key.word)
                .put("shape", RuleReader.UNIFORM)
                .put("national", national.toString())
                .put(
                        "grid",
                        Json.object()
                                .put("step", grid.step().toString())
                                .put("lowest", grid.lowest().toString())
                                .build())
                .put("sat", sat.word)
                .put("pool", pool.word)
                .build();
    }

    /**
     * @throws cutscore.kernel.Unreadable with every fault of the rule
     */
    public static LineRule fromJson(Json.Obj json) {
        return RuleReader.read("rule", json.pretty(), NATIONAL).rule();
    }
}
