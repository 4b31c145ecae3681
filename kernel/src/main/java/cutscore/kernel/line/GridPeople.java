package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import java.util.Arrays;

/**
 * A pool's people by the marks of the grid they reach in each subject, at most the national one:
 * places 0 (the lowest mark) to size − 1 (the national mark) on three axes. Fewer subjects use the
 * last axes; whoever is below the lowest mark in a subject is left out.
 */
final class GridPeople {
    static final int AXES = MarkCounts.MOST_DIMENSIONS;

    private final int subjects;
    private final int lowest;
    private final int step;
    private final int[] sizes = new int[AXES];
    private final int[] firsts;
    private final int[] rests;
    private final long[] people;
    private final int[] starts;
    private int groups;

    GridPeople(LineRule rule, MarkCounts pool) {
        this.subjects = pool.dimensions();
        this.lowest = rule.grid().lowest().halfPoints();
        this.step = rule.grid().step().halfPoints();
        int marks = (rule.national().halfPoints() - lowest) / step + 1;
        Arrays.fill(sizes, 1);
        Arrays.fill(sizes, AXES - subjects, AXES, marks);
        this.firsts = new int[pool.size()];
        this.rests = new int[pool.size()];
        this.people = new long[pool.size()];
        pool.forEachInAnyOrder(this::take);
        this.starts = sortByFirst();
    }

    private void take(int[] halfPoints, long howMany) {
        int at = 0;
        int first = 0;
        for (int i = 0; i < subjects; i++) {
            int above = halfPoints[i] - lowest;
            if (above < 0) {
                return;
            }
            int place = Math.min(above / step, sizes[AXES - 1] - 1);
            if (i == subjects - AXES) {
                first = place;
            } else {
                at = at * sizes[AXES - 1] + place;
            }
        }
        firsts[groups] = first;
        rests[groups] = at;
        people[groups++] = howMany;
    }

    /** Sorts the groups by their place on the first axis; answers where each place begins. */
    private int[] sortByFirst() {
        int[] begins = new int[sizes[0] + 1];
        for (int i = 0; i < groups; i++) {
            begins[firsts[i] + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        int[] next = begins.clone();
        int[] oldFirsts = firsts.clone();
        int[] oldRests = rests.clone();
        long[] oldPeople = people.clone();
        for (int i = 0; i < groups; i++) {
            int to = next[oldFirsts[i]]++;
            firsts[to] = oldFirsts[i];
            rests[to] = oldRests[i];
            people[to] = oldPeople[i];
        }
        return begins;
    }

    int subjects() {
        return subjects;
    }

    /** How many marks each axis has. */
    int[] sizes() {
        return sizes.clone();
    }

    /** Adds the people of one place on the first axis to the places of the other two. */
    void addLayer(int first, long[] there) {
        for (int i = starts[first]; i < starts[first + 1]; i++) {
            there[rests[i]] += people[i];
        }
    }

    /** A line's places. */
    int[] vector(PassingLine line) {
        if (!(line instanceof PassingLine.BySubject(var marks)) || marks.size() != subjects) {
            throw new IllegalArgumentException("no line of " + subjects + " subjects: " + line);
        }
        int[] vector = new int[AXES];
        for (int i = 0; i < subjects; i++) {
            vector[AXES - subjects + i] = (marks.get(i).halfPoints() - lowest) / step;
        }
        return vector;
    }

    /** How many reach all of these places. */
    long reaching(int[] vector) {
        return reaching(vector, AXES - 1)[vector[AXES - 1]];
    }

    /** How many reach these places, with the one of this axis at every place in turn. */
    long[] reaching(int[] vector, int axis) {
        long[] reaching = new long[sizes[axis]];
        int width = sizes[AXES - 1];
        for (int i = 0; i < groups; i++) {
            int first = firsts[i];
            int second = rests[i] / width;
            int third = rests[i] % width;
            boolean others =
                    (axis == 0 || first >= vector[0])
                            && (axis == 1 || second >= vector[1])
                            && (axis == 2 || third >= vector[2]);
            if (others) {
                reaching[axis == 0 ? first : axis == 1 ? second : third] += people[i];
            }
        }
        for (int at = reaching.length - 2; at >= 0; at--) {
            reaching[at] += reaching[at + 1];
        }
        return reaching;
    }
}
