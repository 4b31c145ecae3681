package cutscore.kernel.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The examinees of an exam session in memory, six bytes each and nothing that tells who they are,
 * so that a line can be dragged: who passes at it, county by county. Whoever can be in no pool is
 * only counted.
 */
public final class LoadedSession {
    private final Map<Qualification, Group> groups;
    private final List<DivisionCode> counties;

    private LoadedSession(Map<Qualification, Group> groups, List<DivisionCode> counties) {
        this.groups = groups;
        this.counties = List.copyOf(counties);
    }

    /** Takes examinees as they stream by. */
    public static final class Loading {
        private final Map<Qualification, Group> groups = new LinkedHashMap<>();
        private final Map<DivisionCode, Integer> places = new HashMap<>();
        private final List<DivisionCode> counties = new ArrayList<>();

        /**
         * @param registered whether they registered in a line area
         * @param declared whether they have an approved declaration
         * @throws IllegalArgumentException when a mark is above 254.5, which no exam's is
         */
        public void add(Examinee examinee, boolean registered, boolean declared) {
            var group = groups.computeIfAbsent(examinee.qualification(), _ -> new Group());
            if (examinee.voided()) {
                return;
            }
            int marks = PackedMarks.of(examinee.scores());
            group.count(marks);
            if (registered || declared) {
                int place = places.computeIfAbsent(examinee.division(), this::newCounty);
                group.keep(marks, place, registered, declared);
            }
        }

        private int newCounty(DivisionCode county) {
            counties.add(county);
            return counties.size() - 1;
        }

        /** What was taken; nobody can be added to it. */
        public LoadedSession loaded() {
            groups.values().forEach(Group::trim);
            return new LoadedSession(Map.copyOf(groups), counties);
        }
    }

    /**
     * One county's people of the pool.
     *
     * @param people of the pool
     * @param passed of them, at the line
     */
    public record County(DivisionCode county, long people, long passed) {}

    /**
     * What a line would do.
     *
     * @param rate of the pool beside the national one; compare only when somebody is in each
     * @param counties where somebody of the pool registered, in code order
     */
    public record Tried(RateComparison rate, List<County> counties) {
        public Tried {
            counties = List.copyOf(counties);
        }
    }

    /**
     * Looks at one line of one key.
     *
     * @param line any line, also one that the rule would not allow
     * @throws IllegalArgumentException when the line has not one mark for each subject
     */
    public Tried at(LineRule rule, String key, PassingLine line) {
        long[] people = new long[counties.size()];
        long[] passed = new long[counties.size()];
        long examinees = 0;
        long nationalPassed = 0;
        for (var entry : groups.entrySet()) {
            if (rule.keyOf(entry.getKey()).equals(key)) {
                var group = entry.getValue();
                examinees += group.examinees(rule.sat());
                nationalPassed += group.reaching(rule.national());
                var asked = new Asked(rule, line, entry.getKey().subjects().size());
                group.tally(asked, people, passed);
            }
        }
        long pool = Arrays.stream(people).sum();
        long passing = Arrays.stream(passed).sum();
        return new Tried(
                new RateComparison(line, passing, pool, nationalPassed, examinees),
                byCounty(people, passed));
    }

    private List<County> byCounty(long[] people, long[] passed) {
        Map<DivisionCode, County> sorted = new TreeMap<>();
        for (int i = 0; i < people.length; i++) {
            if (people[i] > 0) {
                var code = counties.get(i);
                sorted.put(code, new County(code, people[i], passed[i]));
            }
        }
        return List.copyOf(sorted.values());
    }

    /** A line and a rule, as they are put to packed marks. */
    private static final class Asked {
        private final boolean[] counts = new boolean[3];
        private final int pools;
        private final int line;
        private final int orElse;
        private final int total;
        private final int subjects;

        Asked(LineRule rule, PassingLine line, int subjects) {
            for (int sat = 0; sat < counts.length; sat++) {
                counts[sat] = PackedMarks.counts(sat, rule.sat());
            }
            this.subjects = subjects;
            this.pools =
                    switch (rule.pool()) {
                        case REGISTERED -> Group.REGISTERED;
                        case DECLARED -> Group.DECLARED;
                        case BOTH -> Group.REGISTERED | Group.DECLARED;
                    };
            this.orElse = PackedMarks.line(List.of(rule.national()));
            this.line =
                    switch (line) {
                        case PassingLine.EachSubject(var mark) -> PackedMarks.line(List.of(mark));
                        case PassingLine.BySubject(var marks) -> bySubject(marks, subjects);
                        case PassingLine.TotalAndFloor(_, var floor) ->
                                PackedMarks.line(List.of(floor));
                    };
            this.total =
                    line instanceof PassingLine.TotalAndFloor(var sum, _) ? sum.halfPoints() : -1;
        }

        private static int bySubject(List<Score> marks, int subjects) {
            if (marks.size() != subjects) {
                throw new IllegalArgumentException("marks: " + marks.size());
            }
            return PackedMarks.line(marks);
        }

        int passes(int marks) {
            int reaches = PackedMarks.reaches(marks, line);
            if (total < 0) {
                return reaches;
            }
            int enough = PackedMarks.total(marks, subjects) >= total ? 1 : 0;
            return (reaches & enough) | PackedMarks.reaches(marks, orElse);
        }
    }

    /** The examinees of one qualification. */
    private static final class Group {
        static final int REGISTERED = 1;
        static final int DECLARED = 2;

        private static final int PLACE_AT = 2;
        private static final int MOST_PLACES = 1 << 14;

        private final long[] bySat = new long[3];
        private final long[] byLowest = new long[PackedMarks.HIGHEST + 1];
        private int[] marks = new int[16];
        private short[] places = new short[16];
        private int size;

        void count(int packed) {
            bySat[PackedMarks.sat(packed)]++;
            int lowest = PackedMarks.lowest(packed);
            if (lowest >= 0) {
                byLowest[lowest]++;
            }
        }

        void keep(int packed, int place, boolean registered, boolean declared) {
            if (place >= MOST_PLACES) {
                throw new IllegalArgumentException("more counties than there are: " + place);
            }
            if (size == marks.length) {
                marks = Arrays.copyOf(marks, 2 * size);
                places = Arrays.copyOf(places, 2 * size);
            }
            int pools = (registered ? REGISTERED : 0) | (declared ? DECLARED : 0);
            marks[size] = packed;
            places[size++] = (short) (place << PLACE_AT | pools);
        }

        void trim() {
            marks = Arrays.copyOf(marks, size);
            places = Arrays.copyOf(places, size);
        }

        long examinees(LineRule.Sat asked) {
            long examinees = 0;
            for (int sat = 0; sat < bySat.length; sat++) {
                examinees += PackedMarks.counts(sat, asked) ? bySat[sat] : 0;
            }
            return examinees;
        }

        long reaching(Score mark) {
            int from = Math.min(mark.halfPoints(), byLowest.length);
            return Arrays.stream(byLowest, from, byLowest.length).sum();
        }

        void tally(Asked asked, long[] people, long[] passed) {
            for (int i = 0; i < size; i++) {
                int place = places[i];
                if ((place & asked.pools) != 0 && asked.counts[PackedMarks.sat(marks[i])]) {
                    int county = (place & 0xFFFF) >>> PLACE_AT;
                    people[county]++;
                    passed[county] += asked.passes(marks[i]);
                }
            }
        }
    }
}
