package cutscore.server.exam;

/** A window was announced; published inside its transaction. */
public record WindowAnnounced(WindowOnRecord window) {}
