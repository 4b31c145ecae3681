package cutscore.server.exam;

/** Which round of declarations a window belongs to. */
public enum Round {
    /** 报考时申报: before the exam, with the registration (陕西 since 2024-1). */
    AT_REGISTRATION,
    /** 申报: after the exam, before the line exists. */
    ORDINARY,
    /** 补申领: a later round for an old session, measured by that session's line. */
    LATE
}
