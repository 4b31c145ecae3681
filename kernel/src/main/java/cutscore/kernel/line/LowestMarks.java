package cutscore.kernel.line;

import cutscore.kernel.roster.Examinee;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many people have which lowest subject mark. A person reaches a line in every subject exactly
 * when their lowest mark does; whoever has an absent or voided subject has no lowest mark and
 * reaches no line.
 */
public final class LowestMarks {
    private static final int NONE = -1;

    private long[] byHalfPoints = new long[151];
    private long unmarked;
    private long people;

    void add(Examinee examinee) {
        int lowest = lowest(examinee);
        if (lowest == NONE) {
            addUnmarked(1);
        } else {
            add(new Score(lowest), 1);
        }
    }

    /**
     * @throws ArithmeticException when there are more people than a long counts
     */
    void add(Score lowest, long howMany) {
        int half = lowest.halfPoints();
        if (half >= byHalfPoints.length) {
            byHalfPoints = Arrays.copyOf(byHalfPoints, half + 1);
        }
        people = Math.addExact(people, howMany);
        byHalfPoints[half] += howMany;
    }

    void addUnmarked(long howMany) {
        people = Math.addExact(people, howMany);
        unmarked += howMany;
    }

    /** Everybody counted. */
    public long people() {
        return people;
    }

    /** Those with an absent or voided subject. */
    public long unmarked() {
        return unmarked;
    }

    /** Those who reach the line in every subject; the line itself counts. */
    public long reaching(Score line) {
        long reaching = 0;
        for (int half = line.halfPoints(); half < byHalfPoints.length; half++) {
            reaching += byHalfPoints[half];
        }
        return reaching;
    }

    /** The marks that somebody has, ascending, with how many. */
    public SortedMap<Score, Long> counts() {
        SortedMap<Score, Long> counts = new TreeMap<>();
        for (int half = 0; half < byHalfPoints.length; half++) {
            if (byHalfPoints[half] > 0) {
                counts.put(new Score(half), byHalfPoints[half]);
            }
        }
        return counts;
    }

    private static int lowest(Examinee examinee) {
        int lowest = Integer.MAX_VALUE;
        for (SubjectScore score : examinee.scores()) {
            if (!(score instanceof SubjectScore.Marked(var mark))) {
                return NONE;
            }
            lowest = Math.min(lowest, mark.halfPoints());
        }
        return lowest;
    }
}
