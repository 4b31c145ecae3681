package cutscore.kernel.line;

import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many people have which marks. Of one dimension it counts lowest subject marks: a person
 * reaches a mark in every subject exactly when their lowest mark does. Of as many dimensions as
 * there are subjects it is the joint histogram. Whoever has an absent or voided subject is
 * unmarked: they reach no line.
 */
public final class MarkCounts {
    /** As many as a roster has subjects. */
    public static final int MOST_DIMENSIONS = 3;

    static final int BITS = 12;
    static final int MASK = (1 << BITS) - 1;

    private final int dimensions;
    private final PackedCounts cells = new PackedCounts();
    private long unmarked;
    private long people;

    /**
     * People who have exactly these marks.
     *
     * @param marks one per dimension, in the subjects' order
     */
    public record Cell(List<Score> marks, long people) {
        public Cell {
            marks = List.copyOf(marks);
        }
    }

    /**
     * @param dimensions 1 to {@link #MOST_DIMENSIONS}
     */
    public MarkCounts(int dimensions) {
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions: " + dimensions);
        }
        this.dimensions = dimensions;
    }

    /**
     * @param halfPoints one mark per dimension, each 0 to 4095
     * @param howMany not negative
     * @throws ArithmeticException when there are more people than a long counts
     */
    public void add(int[] halfPoints, long howMany) {
        if (howMany < 0) {
            throw new IllegalArgumentException("people: " + howMany);
        }
        people = Math.addExact(people, howMany);
        cells.add(packed(halfPoints), howMany);
    }

    /**
     * @param howMany people with an absent or voided subject, not negative
     */
    public void addUnmarked(long howMany) {
        if (howMany < 0) {
            throw new IllegalArgumentException("people: " + howMany);
        }
        people = Math.addExact(people, howMany);
        unmarked += howMany;
    }

    /** 1, or the number of subjects. */
    public int dimensions() {
        return dimensions;
    }

    /** Everybody counted. */
    public long people() {
        return people;
    }

    /** Those with an absent or voided subject. */
    public long unmarked() {
        return unmarked;
    }

    /** Those whose marks, in half points, are as asked; the unmarked never are. */
    public long those(Predicate<int[]> asked) {
        long[] found = new long[1];
        forEachInAnyOrder(
                (marks, howMany) -> {
                    if (asked.test(marks)) {
                        found[0] += howMany;
                    }
                });
        return found[0];
    }

    /** Those who reach the mark in every dimension; the mark itself counts. */
    public long reaching(Score mark) {
        return those(marks -> reach(marks, mark.halfPoints()));
    }

    private static boolean reach(int[] marks, int half) {
        for (int mark : marks) {
            if (mark < half) {
                return false;
            }
        }
        return true;
    }

    /** Takes one cell; the array of half points is used again for the next. */
    public interface EachCell {
        void take(int[] halfPoints, long people);
    }

    /** Every cell, in ascending order of the first mark, then the second, and so on. */
    public void forEach(EachCell each) {
        cells.forEachAscending(unpacking(each));
    }

    /** Every cell, in no order, as fast as can be. */
    void forEachInAnyOrder(EachCell each) {
        cells.forEach(unpacking(each));
    }

    /** How many cells there are at most. */
    int size() {
        return cells.size();
    }

    private PackedCounts.Each unpacking(EachCell each) {
        int[] marks = new int[dimensions];
        return (packed, howMany) -> {
            unpack(packed, marks);
            each.take(marks, howMany);
        };
    }

    /** Every cell that somebody is in, in the same order. */
    public List<Cell> cells() {
        List<Cell> found = new ArrayList<>();
        forEach(
                (marks, howMany) -> {
                    if (howMany > 0) {
                        found.add(
                                new Cell(
                                        Arrays.stream(marks).mapToObj(Score::new).toList(),
                                        howMany));
                    }
                });
        return List.copyOf(found);
    }

    private long packed(int[] halfPoints) {
        if (halfPoints.length != dimensions) {
            throw new IllegalArgumentException("marks: " + halfPoints.length);
        }
        long packed = 0;
        for (int half : halfPoints) {
            if (half < 0 || half > MASK) {
                throw new IllegalArgumentException("a mark out of range: " + half);
            }
            packed = packed << BITS | half;
        }
        return packed;
    }

    private static void unpack(long packed, int[] marks) {
        long rest = packed;
        for (int i = marks.length - 1; i >= 0; i--) {
            marks[i] = (int) (rest & MASK);
            rest >>>= BITS;
        }
    }
}
