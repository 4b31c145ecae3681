package cutscore.server.roster;

import cutscore.kernel.Words;

/**
 * One line of what a trial found.
 *
 * @param place a cell, a line or an admission number
 * @param mend what to do about it; empty words for what needs nothing
 */
public record Finding(Kind kind, String place, Words what, Words mend) {

    /** What kind of line it is. */
    public enum Kind {
        FAULT,
        NOTE,
        CHANGED,
        CONFLICT,
        GONE
    }
}
