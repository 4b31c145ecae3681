package cutscore.kernel.score;

/**
 * What a mark sheet says of one subject. Absent (缺考) was not sat; voided (违纪) was sat; neither
 * reaches any line.
 */
public sealed interface SubjectScore {

    /** A mark was given. */
    record Marked(Score score) implements SubjectScore {}

    /** Blank in the roster: the subject was not sat. */
    record Absent() implements SubjectScore {}

    /** 违纪 in the roster: the subject was sat and voided. */
    record Voided() implements SubjectScore {}

    /** Whether this subject reaches the line; the line itself counts (含). */
    default boolean reaches(Score line) {
        return this instanceof Marked marked && marked.score().reaches(line);
    }

    default boolean sat() {
        return !(this instanceof Absent);
    }
}
