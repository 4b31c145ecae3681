package cutscore.kernel.line;

import cutscore.kernel.Words;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The marks of a line (合格标准分数线), in one of three shapes. The line itself counts (含). */
public sealed interface PassingLine {

    /**
     * Whether marks reach this line.
     *
     * @param halfPoints one per subject; for {@link EachSubject} the lowest mark alone is enough
     * @param national each subject's national mark: meeting that line always passes
     */
    boolean reachedBy(int[] halfPoints, Score national);

    /** In both languages, as a sentence can hold it. */
    Words words();

    /** Writes {@code "mark"}, {@code "marks"} or {@code "total"}, as every file of ours does. */
    default void put(Json.Building json) {
        LineJson.put(json, this);
    }

    /**
     * The line that {@link #put} wrote, in the shape of its rule.
     *
     * @throws cutscore.kernel.seal.JsonFault when it has another shape
     */
    static PassingLine read(Json.Obj json, Shape shape) {
        return LineJson.line(json, shape);
    }

    /** Whether a mark sheet reaches this line; an absent or voided subject reaches none. */
    default boolean reachedBy(List<SubjectScore> scores, Score national) {
        int[] halfPoints =
                scores.stream()
                        .filter(SubjectScore.Marked.class::isInstance)
                        .mapToInt(score -> ((SubjectScore.Marked) score).score().halfPoints())
                        .toArray();
        return halfPoints.length == scores.size() && reachedBy(halfPoints, national);
    }

    /** One mark in every subject (uniform). */
    record EachSubject(Score mark) implements PassingLine {

        @Override
        public boolean reachedBy(int[] halfPoints, Score national) {
            return Arrays.stream(halfPoints).allMatch(half -> half >= mark.halfPoints());
        }

        @Override
        public Words words() {
            return new Words("每科 " + mark + " 分", mark + " in every subject");
        }
    }

    /** A mark of its own in each subject (perSubject), none above the national one. */
    record BySubject(List<Score> marks) implements PassingLine {
        public BySubject {
            marks = List.copyOf(marks);
        }

        /** The national line as a vector. */
        static BySubject of(Score national, int subjects) {
            return new BySubject(java.util.Collections.nCopies(subjects, national));
        }

        /**
         * @throws IllegalArgumentException when there is not one mark per subject
         */
        @Override
        public boolean reachedBy(int[] halfPoints, Score national) {
            if (halfPoints.length != marks.size()) {
                throw new IllegalArgumentException("marks: " + halfPoints.length);
            }
            return IntStream.range(0, halfPoints.length)
                    .allMatch(i -> halfPoints[i] >= marks.get(i).halfPoints());
        }

        /** The same line with one subject at another mark. */
        public BySubject with(int subject, Score mark) {
            return new BySubject(
                    IntStream.range(0, marks.size())
                            .mapToObj(i -> i == subject ? mark : marks.get(i))
                            .toList());
        }

        @Override
        public Words words() {
            String each = marks.stream().map(Score::toString).collect(Collectors.joining("、"));
            return new Words(
                    "各科依次 " + each + " 分",
                    marks.stream().map(Score::toString).collect(Collectors.joining(", "))
                            + " in the subjects' order");
        }
    }

    /**
     * A total, with a floor in every subject (totalAndFloor).
     *
     * @param total of all subjects
     * @param floor of every subject
     */
    record TotalAndFloor(Score total, Score floor) implements PassingLine {

        @Override
        public boolean reachedBy(int[] halfPoints, Score national) {
            boolean meetsNational =
                    Arrays.stream(halfPoints).allMatch(half -> half >= national.halfPoints());
            boolean meetsFloor =
                    Arrays.stream(halfPoints).allMatch(half -> half >= floor.halfPoints());
            return meetsNational
                    || (meetsFloor && Arrays.stream(halfPoints).sum() >= total.halfPoints());
        }

        @Override
        public Words words() {
            return new Words(
                    "总分 " + total + " 分且每科不低于 " + floor + " 分",
                    "a total of " + total + " with at least " + floor + " in every subject");
        }
    }
}
