package cutscore.kernel.roster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Where lines begin and end. */
final class LineEnds {
    private static final long FEEDS = Swar.all('\n');

    private LineEnds() {}

    /** Where the line after this place begins, or the end when there is none before it. */
    static int next(byte[] text, int from, int end) {
        int at = from;
        for (; at + 8 <= end; at += 8) {
            long found = Swar.find(Swar.load(text, at), FEEDS);
            if (found != 0) {
                return at + Swar.before(found) + 1;
            }
        }
        while (at < end) {
            if (text[at++] == '\n') {
                return at;
            }
        }
        return end;
    }

    /** The same in a whole file. */
    static long next(MemorySegment bytes, long from) {
        long end = bytes.byteSize();
        for (long at = from; at < end; at++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at) == '\n') {
                return at + 1;
            }
        }
        return end;
    }
}
