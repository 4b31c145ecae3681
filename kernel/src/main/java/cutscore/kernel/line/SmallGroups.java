package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.Arrays;

/**
 * How a public pack keeps single mark sheets from being read out of it. Folding joins what the
 * rule's own grid cannot tell apart, so the line can still be proved to the person.
 */
public enum SmallGroups {
    /** Every count as it is. */
    NONE("none"),
    /**
     * Marks at or above the national mark become the national mark; marks between two marks of the
     * grid become the lower one; marks below the grid's lowest reach no line and are counted as
     * unmarked. By total and floor sums matter, so only those who meet the national line and those
     * below the lowest mark are joined.
     */
    FOLDED("folded");

    final String word;

    SmallGroups(String word) {
        this.word = word;
    }

    KeyCounts apply(KeyCounts counts, LineRule rule) {
        return this == NONE
                ? counts
                : new KeyCounts(
                        counts.key(),
                        folded(counts.pool(), rule),
                        folded(counts.outside(), rule.shaped(Shape.UNIFORM)));
    }

    private static MarkCounts folded(MarkCounts counts, LineRule rule) {
        var folded = new MarkCounts(counts.dimensions());
        folded.addUnmarked(counts.unmarked());
        counts.forEach(
                (marks, people) -> {
                    if (isBelowTheGrid(marks, rule)) {
                        folded.addUnmarked(people);
                    } else {
                        folded.add(folded(marks, rule), people);
                    }
                });
        return folded;
    }

    private static boolean isBelowTheGrid(int[] marks, LineRule rule) {
        int lowest = rule.grid().lowest().halfPoints();
        return Arrays.stream(marks).anyMatch(half -> half < lowest);
    }

    private static int[] folded(int[] marks, LineRule rule) {
        int national = rule.national().halfPoints();
        if (!(rule.shape() instanceof Shape.TotalAndFloor)) {
            return Arrays.stream(marks)
                    .map(half -> half >= national ? national : gridMark(half, rule))
                    .toArray();
        }
        boolean meetsNational = Arrays.stream(marks).allMatch(half -> half >= national);
        return meetsNational ? Arrays.stream(marks).map(_ -> national).toArray() : marks.clone();
    }

    private static int gridMark(int half, LineRule rule) {
        return rule.grid().at(new Score(half)).orElseThrow().halfPoints();
    }
}
