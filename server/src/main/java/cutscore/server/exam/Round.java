package cutscore.server.exam;

/** Which round of declarations a window belongs to. */
public enum Round {
    /** 申报: after the exam, before the line exists. */
    ORDINARY,
    /** 补申领: a later round for an old session, measured by that session's line. */
    LATE
}
