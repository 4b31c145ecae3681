package cutscore.bench;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was aimed at, judged at the largest size.
 *
 * @param text what is aimed at
 * @param contender whose timing answers it
 * @param isMet by that timing
 * @param shown what was measured, in words
 */
record Goal(
        String text, String contender, Predicate<Timing> isMet, Function<Timing, String> shown) {

    /** The peer takes at least so many times our processor time. */
    static Goal ahead(String text, String peer, double times) {
        return new Goal(
                text,
                peer,
                t -> t.cpuTimesOurs() >= times,
                t ->
                        String.format(
                                Locale.ROOT,
                                "%.1f × our CPU (least %.1f)",
                                t.cpuTimesOurs(),
                                t.leastCpuTimesOurs()));
    }

    /** We take at most so many times the yardstick's processor time. */
    static Goal within(String text, String yardstick, double times) {
        return new Goal(
                text,
                yardstick,
                t -> t.cpuTimesOurs() * times >= 1,
                t -> String.format(Locale.ROOT, "we take %.1f × its CPU", 1 / t.cpuTimesOurs()));
    }

    /** Our own processor time, the median, is at most so many milliseconds. */
    static Goal atMost(String text, String ours, double millis) {
        return new Goal(
                text,
                ours,
                t -> 1000 * t.medianCpu() <= millis,
                t ->
                        String.format(
                                Locale.ROOT,
                                "%.2f ms of CPU, %.2f ms on the wall",
                                1000 * t.medianCpu(),
                                1000 * t.medianWall()));
    }
}
