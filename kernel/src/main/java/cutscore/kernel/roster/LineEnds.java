package cutscore.kernel.roster;

import java.lang.foreign.MemorySegment;

/** Where lines begin and end. */
final class LineEnds {
    private static final long FEEDS = Swar.all('\n');

    private LineEnds() {}

    /** Where the line after this place begins, or the end when there is none before it. */
    static long next(MemorySegment bytes, long from, long end) {
        long at = from;
        for (; at + 8 <= end; at += 8) {
            long found = Swar.find(bytes.get(Swar.WORD, at), FEEDS);
            if (found != 0) {
                return at + Swar.before(found) + 1;
            }
        }
        while (at < end) {
            if (bytes.get(Swar.BYTE, at++) == '\n') {
                return at;
            }
        }
        return end;
    }

    /** Where the last line that begins at or before this place does. */
    static long lastBegin(MemorySegment bytes, long from, long before) {
        long at = before;
        while (at > from && bytes.get(Swar.BYTE, at - 1) != '\n') {
            at--;
        }
        return at;
    }
}
