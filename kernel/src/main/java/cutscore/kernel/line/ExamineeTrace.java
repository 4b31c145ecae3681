package cutscore.kernel.line;

/**
 * What a rule made of one examinee before any line was sought: the determination counts by it, and
 * an explanation tells it. There is no second opinion.
 *
 * @param counted whether the examinee is one at all
 * @param registered whether they registered in a line area
 * @param declared whether they have an approved declaration
 * @param measured whether they are in the pool
 */
public record ExamineeTrace(
        Counted counted, boolean registered, boolean declared, boolean measured) {

    /** Whether somebody on the roster is an examinee. */
    public enum Counted {
        COUNTED,
        /** 违纪取消: in no count. */
        VOIDED,
        /** They sat less than the setting {@code sat} asks for. */
        NOT_SAT
    }

    public boolean isCounted() {
        return counted == Counted.COUNTED;
    }
}
