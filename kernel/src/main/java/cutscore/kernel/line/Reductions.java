package cutscore.kernel.line;

import cutscore.kernel.score.Score;
import java.util.Comparator;
import java.util.List;

/**
 * How far the numbers of a line lie below the national mark, in half points.
 *
 * @param each one, or one per subject
 */
record Reductions(List<Integer> each) {

    /** Of two lines by subject that pass as many people: the greater of them is the better. */
    static final Comparator<Reductions> MILDER =
            Comparator.comparingInt(Reductions::sum)
                    .thenComparingInt(Reductions::largest)
                    .reversed()
                    .thenComparing(Reductions::laterTakesMore);

    static Reductions of(PassingLine line, Score national) {
        List<Score> marks =
                switch (line) {
                    case PassingLine.EachSubject(var mark) -> List.of(mark);
                    case PassingLine.BySubject(var bySubject) -> bySubject;
                    case PassingLine.TotalAndFloor(var total, _) -> List.of(total);
                };
        return new Reductions(
                marks.stream().map(mark -> national.halfPoints() - mark.halfPoints()).toList());
    }

    int sum() {
        return each.stream().mapToInt(Integer::intValue).sum();
    }

    private int largest() {
        return each.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Positive when this one has the higher mark in the earliest subject where they differ. */
    private int laterTakesMore(Reductions other) {
        for (int i = 0; i < each.size(); i++) {
            int order = other.each.get(i).compareTo(each.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
