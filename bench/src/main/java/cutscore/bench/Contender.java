package cutscore.bench;

/**
 * One way of doing the work.
 *
 * @param name as the table shows it
 * @param meter what its cost is read from
 * @param work answers the empty text when its answer is not to be compared
 * @param share of the whole that the work does; the cost of the rest is reckoned from it
 */
record Contender(String name, Meter meter, Meter.Work work, double share) {

    static Contender inside(String name, Meter.Work work) {
        return new Contender(name, Meter.THIS_PROCESS, work, 1);
    }

    static Contender process(String name, Meter.Work work) {
        return new Contender(name, Meter.CHILDREN, work, 1);
    }

    /** Does only a sample of the work. */
    static Contender sampled(String name, double share, Meter.Work work) {
        return new Contender(name, Meter.THIS_PROCESS, work, share);
    }
}
