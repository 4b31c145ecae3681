package cutscore.kernel.roster;

/**
 * Takes the good rows that one thread has read, in no order. The marks of an examinee are numbers:
 * {@link #ABSENT}, {@link #VOIDED}, or {@link #MARKED} and above that half points.
 */
public interface RowSink {
    /** The subject was not sat. */
    int ABSENT = MarkTexts.ABSENT;

    /** The subject was sat and voided. */
    int VOIDED = MarkTexts.VOIDED;

    /** A mark of n half points is {@code MARKED + n}. */
    int MARKED = MarkTexts.MARKED;

    /** Not on the list of numbers that was given. */
    int UNLISTED = -1;

    /**
     * @param qualification its place in the exam's table, from 0
     * @param division its place in {@link RosterCodes#divisions}
     * @param first of the first subject
     * @param second of the second; of the first again where there is none
     * @param third of the third; of the first again where there is none
     * @param voided 违纪取消
     * @param listed the admission number's place on the list of numbers, or {@link #UNLISTED}
     */
    void take(
            int qualification,
            int division,
            int first,
            int second,
            int third,
            boolean voided,
            int listed);
}
