package cutscore.server.line.web.workbench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineSearch;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The examinees of a snapshot, eight bytes each and without anything that tells who they are, so
 * that every setting can be tried in memory. Whoever might be in a pool keeps the county.
 */
final class Headcount {
    private static final int ABSENT = 255;
    private static final int VOIDED = 254;
    private static final int NO_SUBJECT = 253;
    private static final int SUBJECTS = 3;
    private static final int IN_AREA = 46;
    private static final int DECLARED = 47;
    private static final int OUT = 48;
    private static final int MOST_KEPT = 128;

    private final List<Qualification> qualifications;
    private final List<DivisionCode> counties;
    private final long[] candidates;
    private final long[] others;
    private final Map<LineRule, List<KeyCounts>> counted = new ConcurrentHashMap<>();
    private final Map<LineRule, List<MeasuredKey>> solved = new ConcurrentHashMap<>();

    private Headcount(Taking taking) {
        this.qualifications = List.copyOf(taking.qualifications.keySet());
        this.counties = List.copyOf(taking.counties.keySet());
        this.candidates = taking.candidates.trimmed();
        this.others = taking.others.trimmed();
    }

    /**
     * One county's people of the pool.
     *
     * @param people of the pool
     * @param passed at each of the lines asked for
     */
    @SuppressWarnings("ArrayRecordComponent")
    record County(DivisionCode county, long people, long[] passed) {}

    /**
     * The marks of one subject, by half points.
     *
     * @param pool of the pool
     * @param all of every examinee
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Marks(long[] pool, long[] all) {}

    /** Takes examinees as they stream by. */
    static final class Taking {
        private final Map<Qualification, Integer> qualifications = new LinkedHashMap<>();
        private final Map<DivisionCode, Integer> counties = new LinkedHashMap<>();
        private final Row candidates = new Row();
        private final Row others = new Row();

        /**
         * @param inArea whether they registered in a line area
         * @param asked whether their declaration was approved
         */
        void add(Examinee examinee, boolean inArea, boolean asked) {
            long packed = marks(examinee.scores());
            packed |= (long) index(qualifications, examinee.qualification(), 255) << 24;
            if (examinee.voided()) {
                others.add(packed | 1L << OUT);
            } else if (inArea || asked) {
                packed |= (long) index(counties, examinee.division(), 16_383) << 32;
                packed |= (inArea ? 1L << IN_AREA : 0) | (asked ? 1L << DECLARED : 0);
                candidates.add(packed);
            } else {
                others.add(packed);
            }
        }

        Headcount taken() {
            return new Headcount(this);
        }

        private static <T> int index(Map<T, Integer> known, T one, int most) {
            int index = known.computeIfAbsent(one, _ -> known.size());
            if (index > most) {
                throw new IllegalStateException("more kinds than there are: " + most);
            }
            return index;
        }

        private static long marks(List<SubjectScore> scores) {
            long packed = 0;
            for (int i = 0; i < SUBJECTS; i++) {
                int mark = i < scores.size() ? mark(scores.get(i)) : NO_SUBJECT;
                packed |= (long) mark << (8 * i);
            }
            return packed;
        }

        private static int mark(SubjectScore score) {
            return switch (score) {
                case SubjectScore.Marked(var mark) -> Math.min(mark.halfPoints(), NO_SUBJECT - 1);
                case SubjectScore.Absent() -> ABSENT;
                case SubjectScore.Voided() -> VOIDED;
            };
        }
    }

    /** A list of longs. */
    private static final class Row {
        private long[] cells = new long[1024];
        private int size;

        void add(long cell) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
            }
            cells[size++] = cell;
        }

        long[] trimmed() {
            return Arrays.copyOf(cells, size);
        }
    }

    /**
     * The same counts that a determination by this rule would make.
     *
     * @throws cutscore.kernel.Unreadable when a key that needs one number of subjects has several
     */
    List<KeyCounts> counts(LineRule rule) {
        return kept(counted, rule, r -> new Counting(r, qualifications).counts(candidates, others));
    }

    /**
     * What the rule makes of every key.
     *
     * @throws cutscore.kernel.Unreadable as {@link #counts} does
     */
    List<MeasuredKey> measured(LineRule rule) {
        var solver = new LineSearch(rule);
        return kept(solved, rule, r -> counts(r).stream().map(solver::measure).toList());
    }

    private static <T> T kept(Map<LineRule, T> all, LineRule rule, Function<LineRule, T> made) {
        if (all.size() > MOST_KEPT) {
            all.clear();
        }
        var known = all.get(rule);
        if (known != null) {
            return known;
        }
        T fresh = made.apply(rule);
        all.put(rule, fresh);
        return fresh;
    }

    /** The qualifications of a key that somebody of the roster registered for. */
    List<Qualification> qualifications(LineRule rule, String key) {
        return qualifications.stream().filter(q -> keyOf(rule, q).equals(key)).toList();
    }

    /** The pool of one key, county by county, in code order. */
    List<County> counties(LineRule rule, String key, List<PassingLine> lines) {
        var reaches = lines.stream().map(l -> Reach.of(l, rule.national())).toList();
        boolean[] asked = ofKey(rule, key);
        Map<DivisionCode, County> found = new TreeMap<>();
        int[] marks = new int[SUBJECTS];
        for (long one : candidates) {
            if (asked[qualification(one)] && sat(one, rule.sat()) && measured(one, rule.pool())) {
                var code = counties.get((int) (one >>> 32) & 0x3FFF);
                var county = found.computeIfAbsent(code, c -> new County(c, 0, new long[0]));
                found.put(code, counted(county, one, reaches, marks));
            }
        }
        return List.copyOf(found.values());
    }

    private static County counted(County before, long one, List<Reach> reaches, int[] marks) {
        long[] passed = before.people() == 0 ? new long[reaches.size()] : before.passed();
        int subjects = subjects(one);
        if (unpack(one, marks)) {
            for (int i = 0; i < passed.length; i++) {
                passed[i] += reaches.get(i).passes(marks, subjects) ? 1 : 0;
            }
        }
        return new County(before.county(), before.people() + 1, passed);
    }

    /** How the marks of one subject are spread among the examinees of a key. */
    Marks marks(LineRule rule, String key, int subject) {
        boolean[] asked = ofKey(rule, key);
        long[] pool = new long[NO_SUBJECT];
        long[] all = new long[NO_SUBJECT];
        for (long one : candidates) {
            int mark = (int) (one >>> (8 * subject)) & 0xFF;
            if (asked[qualification(one)] && mark < NO_SUBJECT && sat(one, rule.sat())) {
                all[mark]++;
                pool[mark] += measured(one, rule.pool()) ? 1 : 0;
            }
        }
        for (long one : others) {
            int mark = (int) (one >>> (8 * subject)) & 0xFF;
            if (asked[qualification(one)] && mark < NO_SUBJECT && sat(one, rule.sat())) {
                all[mark]++;
            }
        }
        return new Marks(pool, all);
    }

    private boolean[] ofKey(LineRule rule, String key) {
        boolean[] asked = new boolean[qualifications.size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = keyOf(rule, qualifications.get(i)).equals(key);
        }
        return asked;
    }

    static String keyOf(LineRule rule, Qualification qualification) {
        return switch (rule.key()) {
            case LEVEL -> qualification.level().name();
            case SESSION -> rule.session().value();
            case QUALIFICATION -> qualification.name();
        };
    }

    static int qualification(long one) {
        return (int) (one >>> 24) & 0xFF;
    }

    static int subjects(long one) {
        int subjects = 0;
        while (subjects < SUBJECTS && ((one >>> (8 * subjects)) & 0xFF) != NO_SUBJECT) {
            subjects++;
        }
        return subjects;
    }

    /** The marks in half points; false when a subject is absent or voided. */
    static boolean unpack(long one, int[] marks) {
        boolean marked = true;
        for (int i = 0; i < SUBJECTS; i++) {
            int mark = (int) (one >>> (8 * i)) & 0xFF;
            marked &= mark != ABSENT && mark != VOIDED;
            marks[i] = mark;
        }
        return marked;
    }

    /** Never somebody whose exam was voided. */
    static boolean sat(long one, LineRule.Sat sat) {
        if ((one >>> OUT & 1) == 1) {
            return false;
        }
        boolean any = false;
        boolean all = true;
        for (int i = 0; i < SUBJECTS; i++) {
            int mark = (int) (one >>> (8 * i)) & 0xFF;
            any |= mark != ABSENT && mark != NO_SUBJECT;
            all &= mark != ABSENT;
        }
        return switch (sat) {
            case ANY -> any;
            case ALL -> all;
            case REGISTERED -> true;
        };
    }

    static boolean measured(long one, LineRule.Pool pool) {
        boolean inArea = (one >>> IN_AREA & 1) == 1;
        boolean asked = (one >>> DECLARED & 1) == 1;
        return switch (pool) {
            case REGISTERED -> inArea;
            case DECLARED -> asked;
            case BOTH -> inArea || asked;
        };
    }
}
