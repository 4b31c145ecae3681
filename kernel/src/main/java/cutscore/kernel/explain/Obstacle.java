package cutscore.kernel.explain;

/** What keeps somebody out; there may be several. */
public enum Obstacle {
    /** 违纪取消: every mark of the session is void. */
    SESSION_VOIDED,
    /** The setting {@code sat} does not count them as an examinee. */
    NOT_AN_EXAMINEE,
    /** The separate line does not apply: not in the pool, and no approved declaration. */
    OUTSIDE_THE_POOL,
    /** No separate line this time, and the national one is not met. */
    NATIONAL_LINE_STANDS,
    /** The marks do not reach the separate line. */
    BELOW_THE_LINE
}
