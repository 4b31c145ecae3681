package cutscore.bench;

/**
 * What one run cost.
 *
 * @param cpuNanos processor time of all threads, or of the child processes that ended meanwhile
 * @param wallNanos time on the wall
 */
record Cost(long cpuNanos, long wallNanos) {

    /** The cost of the whole, when this was the cost of a share of it. */
    Cost ofWhole(double share) {
        return share == 1 ? this : new Cost((long) (cpuNanos / share), (long) (wallNanos / share));
    }

    double cpuSeconds() {
        return cpuNanos / 1e9;
    }

    double wallSeconds() {
        return wallNanos / 1e9;
    }
}
