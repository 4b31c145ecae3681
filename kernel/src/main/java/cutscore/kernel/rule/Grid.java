package cutscore.kernel.rule;

import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The marks a line may lie on: {@code lowest}, and up from there by {@code step}.
 *
 * @param step 1 or 0.5
 * @param lowest the lowest mark that may be a line
 */
public record Grid(Score step, Score lowest) {
    public static final Grid WHOLE_MARKS = new Grid(new Score(2), new Score(0));

    /**
     * @throws IllegalArgumentException when the step is neither 1 nor 0.5
     */
    public Grid {
        if (step.halfPoints() != 1 && step.halfPoints() != 2) {
            throw new IllegalArgumentException("a step is 1 or 0.5: " + step);
        }
    }

    /** Whether the mark lies on the grid. */
    public boolean holds(Score mark) {
        int above = mark.halfPoints() - lowest.halfPoints();
        return above >= 0 && above % step.halfPoints() == 0;
    }

    /** The mark of the grid at or below this one; empty when it lies below them all. */
    public Optional<Score> at(Score mark) {
        int above = mark.halfPoints() - lowest.halfPoints();
        return above < 0
                ? Optional.empty()
                : Optional.of(new Score(mark.halfPoints() - above % step.halfPoints()));
    }

    Json.Obj toJson() {
        return Json.object().put("step", step.toString()).put("lowest", lowest.toString()).build();
    }

    /** Every mark of the grid below this one, from the lowest up. */
    public List<Score> below(Score mark) {
        return IntStream.iterate(
                        lowest.halfPoints(),
                        half -> half < mark.halfPoints(),
                        half -> half + step.halfPoints())
                .mapToObj(Score::new)
                .toList();
    }
}
