package cutscore.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What one contender cost over all rounds, beside ours in the same rounds.
 *
 * @param costs one for each round
 * @param ours our costs in the same rounds
 */
record Timing(String name, List<Cost> costs, List<Cost> ours) {

    double leastCpu() {
        return costs.stream().mapToDouble(Cost::cpuSeconds).min().orElseThrow();
    }

    double medianCpu() {
        return median(costs.stream().mapToDouble(Cost::cpuSeconds).toArray());
    }

    double leastWall() {
        return costs.stream().mapToDouble(Cost::wallSeconds).min().orElseThrow();
    }

    double medianWall() {
        return median(costs.stream().mapToDouble(Cost::wallSeconds).toArray());
    }

    /** How many times our processor time this one took: the median over the rounds. */
    double cpuTimesOurs() {
        return median(ratios(Cost::cpuSeconds));
    }

    /** The same in the round that was worst for us. */
    double leastCpuTimesOurs() {
        return java.util.Arrays.stream(ratios(Cost::cpuSeconds)).min().orElseThrow();
    }

    double wallTimesOurs() {
        return median(ratios(Cost::wallSeconds));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-46s cpu %8.3f / %8.3f s   wall %8.3f / %8.3f s   cpu × ours %.2f",
                name,
                leastCpu(),
                medianCpu(),
                leastWall(),
                medianWall(),
                cpuTimesOurs());
    }

    private double[] ratios(ToDoubleFunction<Cost> of) {
        return IntStream.range(0, costs.size())
                .mapToDouble(
                        i ->
                                of.applyAsDouble(costs.get(i))
                                        / Math.max(1e-9, of.applyAsDouble(ours.get(i))))
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
