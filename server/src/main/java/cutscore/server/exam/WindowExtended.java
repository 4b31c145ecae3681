package cutscore.server.exam;

/**
 * A window was extended; published inside its transaction.
 *
 * @param window with its new close and revision
 */
public record WindowExtended(WindowOnRecord window) {}
