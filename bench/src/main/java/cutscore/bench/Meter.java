package cutscore.bench;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Measures work by processor time: of this process, or of the child processes it waits for. */
enum Meter {
    THIS_PROCESS(CpuClock::ofThisProcess, 50_000_000),
    CHILDREN(CpuClock::ofEndedChildren, 0);

    private static final int MOST_TIMES = 1000;

    private final LongSupplier cpu;
    private final long leastNanos;

    /**
     * @param leastNanos work that takes less than this is done several times in one turn
     */
    Meter(LongSupplier cpu, long leastNanos) {
        this.cpu = cpu;
        this.leastNanos = leastNanos;
    }

    /** How often work is done in one turn, when once takes so long. */
    int times(Cost once) {
        return Math.clamp(leastNanos / Math.max(1, once.wallNanos()), 1, MOST_TIMES);
    }

    /**
     * Does the work so many times and says what once cost, on average.
     *
     * @param answer gets what was found each time, off the clock's focus but inside its reading
     */
    Cost measure(Work work, int times, Consumer<String> answer) throws IOException {
        long cpuBefore = cpu.getAsLong();
        long before = System.nanoTime();
        for (int i = 0; i < times; i++) {
            answer.accept(work.run());
        }
        long wall = System.nanoTime() - before;
        long spent = cpu.getAsLong() - cpuBefore;
        return new Cost(spent / times, wall / times);
    }

    /** Something to be measured. */
    @FunctionalInterface
    interface Work {
        /** The answer it found, empty when there is none to compare. */
        String run() throws IOException;
    }
}
