package cutscore.bench;

/**
 * One way of doing the work.
 *
 * @param name as the table shows it
 * @param meter what its cost is read from
 * @param work answers the empty text when its answer is not to be compared
 */
record Contender(String name, Meter meter, Meter.Work work) {

    static Contender inside(String name, Meter.Work work) {
        return new Contender(name, Meter.THIS_PROCESS, work);
    }

    static Contender process(String name, Meter.Work work) {
        return new Contender(name, Meter.CHILDREN, work);
    }
}
