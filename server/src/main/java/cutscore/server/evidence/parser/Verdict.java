package cutscore.server.evidence.parser;

/** What the examining process says of a file. */
public enum Verdict {
    TAKEN,
    OTHER_KIND,
    UNREADABLE,
    TOO_MANY_PIXELS,
    TOO_MANY_PAGES,
    LOCKED,
    PRINT_COLOURS,
    TOO_HARD
}
