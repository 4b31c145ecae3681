package cutscore.bench;

/**
 * What one run cost.
 *
 * @param cpuNanos processor time of all threads, or of the child processes that ended meanwhile
 * @param wallNanos time on the wall
 */
record Cost(long cpuNanos, long wallNanos) {

    double cpuSeconds() {
        return cpuNanos / 1e9;
    }

    double wallSeconds() {
        return wallNanos / 1e9;
    }
}
