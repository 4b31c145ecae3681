package cutscore.server.line.web.workbench;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineSearch;
import cutscore.kernel.line.LoadedSession;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.SubjectScore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The examinees of a snapshot, eight bytes each and without anything that tells who they are, so
 * that every setting can be tried in memory; who passes county by county is the kernel's {@link
 * LoadedSession}.
 */
final class Headcount {
    private static final int ABSENT = 255;
    private static final int VOIDED = 254;
    private static final int NO_SUBJECT = 253;
    private static final int SUBJECTS = 3;
    private static final int IN_AREA = 32;
    private static final int DECLARED = 33;
    private static final int OUT = 34;
    private static final int MOST_KEPT = 128;

    private final List<Qualification> qualifications;
    private final long[] candidates;
    private final long[] others;
    private final LoadedSession loaded;
    private final Map<LineRule, List<KeyCounts>> counted = new ConcurrentHashMap<>();
    private final Map<Asked, List<Marks>> spreads = new ConcurrentHashMap<>();
    private final Map<LineRule, List<MeasuredKey>> solved = new ConcurrentHashMap<>();

    private Headcount(Taking taking) {
        this.qualifications = List.copyOf(taking.qualifications.keySet());
        this.candidates = taking.candidates.trimmed();
        this.others = taking.others.trimmed();
        this.loaded = taking.loading.loaded();
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
        private final Row candidates = new Row();
        private final Row others = new Row();
        private final LoadedSession.Loading loading = new LoadedSession.Loading();

        /**
         * @param inArea whether they registered in a line area
         * @param asked whether their declaration was approved
         */
        void add(Examinee examinee, boolean inArea, boolean asked) {
            loading.add(examinee, inArea, asked);
            long packed = marks(examinee.scores());
            packed |= (long) index(qualifications, examinee.qualification(), 255) << 24;
            if (examinee.voided()) {
                others.add(packed | 1L << OUT);
            } else if (inArea || asked) {
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
        return qualifications.stream().filter(q -> rule.keyOf(q).equals(key)).toList();
    }

    /**
     * The pool of one key, county by county, in code order.
     *
     * @param lines at least one
     */
    List<County> counties(LineRule rule, String key, List<PassingLine> lines) {
        var tried = lines.stream().map(l -> loaded.at(rule, key, l).counties()).toList();
        return IntStream.range(0, tried.getFirst().size())
                .mapToObj(i -> county(tried.stream().map(at -> at.get(i)).toList()))
                .toList();
    }

    private static County county(List<LoadedSession.County> atEachLine) {
        var first = atEachLine.getFirst();
        long[] passed = atEachLine.stream().mapToLong(LoadedSession.County::passed).toArray();
        return new County(first.county(), first.people(), passed);
    }

    /** How the marks of one subject are spread among the examinees of a key. */
    Marks marks(LineRule rule, String key, int subject) {
        return spread(rule, key).get(subject);
    }

    /** What the spread depends on: not the grid, not the shape, not the line. */
    private record Asked(LineRule.Key by, LineRule.Sat sat, LineRule.Pool pool, String key) {}

    private List<Marks> spread(LineRule rule, String key) {
        if (spreads.size() > MOST_KEPT) {
            spreads.clear();
        }
        var asked = new Asked(rule.key(), rule.sat(), rule.pool(), key);
        return spreads.computeIfAbsent(asked, _ -> spread(rule, ofKey(rule, key)));
    }

    private List<Marks> spread(LineRule rule, boolean[] asked) {
        var marks =
                IntStream.range(0, SUBJECTS)
                        .mapToObj(_ -> new Marks(new long[NO_SUBJECT], new long[NO_SUBJECT]))
                        .toList();
        for (long one : candidates) {
            if (asked[qualification(one)] && sat(one, rule.sat())) {
                spread(one, measured(one, rule.pool()), marks);
            }
        }
        for (long one : others) {
            if (asked[qualification(one)] && sat(one, rule.sat())) {
                spread(one, false, marks);
            }
        }
        return marks;
    }

    private static void spread(long one, boolean measured, List<Marks> marks) {
        for (int i = 0; i < SUBJECTS; i++) {
            int mark = (int) (one >>> (8 * i)) & 0xFF;
            if (mark < NO_SUBJECT) {
                marks.get(i).all()[mark]++;
                marks.get(i).pool()[mark] += measured ? 1 : 0;
            }
        }
    }

    private boolean[] ofKey(LineRule rule, String key) {
        boolean[] asked = new boolean[qualifications.size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = rule.keyOf(qualifications.get(i)).equals(key);
        }
        return asked;
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
