package cutscore.kernel.roster;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Things drawn by their weight. */
final class Weighted<T> {
    private final List<T> things;
    private final int[] upTo;

    Weighted(List<T> things, ToIntFunction<T> weight) {
        this.things = things.stream().filter(thing -> weight.applyAsInt(thing) > 0).toList();
        this.upTo = this.things.stream().mapToInt(weight).toArray();
        Arrays.parallelPrefix(upTo, Math::addExact);
    }

    T draw(Dice dice) {
        int at = dice.below(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, at + 1);
        return things.get(found >= 0 ? found : -found - 1);
    }

    boolean isEmpty() {
        return things.isEmpty();
    }
}
