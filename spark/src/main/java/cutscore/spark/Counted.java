package cutscore.spark;

import cutscore.kernel.Note;
import cutscore.kernel.Words;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What an executor found in one piece.
 *
 * @param roster which of the rosters, from 0
 * @param rows how many
 * @param sound false when the strict reader found any fault in it
 * @param utf8 whether its bytes are UTF-8
 * @param notes what was mapped or left unused
 * @param declared which of the declared numbers stand in it
 * @param people how many people by the text of a {@link Cell}
 * @param numbers its admission numbers, one a line
 */
@SuppressWarnings("ArrayRecordComponent") // travels, and is never compared
record Counted(
        int roster,
        long rows,
        boolean sound,
        boolean utf8,
        List<Remark> notes,
        List<String> declared,
        Map<String, Long> people,
        byte[] numbers)
        implements Serializable {

    /** A {@link Note} that can travel. */
    record Remark(int roster, String code, long line, String zh, String en, long times)
            implements Serializable {

        Note as(String input) {
            return new Note(code, input, line, new Words(zh, en), times);
        }
    }

    static Counted unsound(int roster) {
        return new Counted(roster, 0, false, true, List.of(), List.of(), Map.of(), new byte[0]);
    }

    /** Without what need not come to the driver. */
    Counted summary() {
        return new Counted(roster, rows, sound, utf8, notes, declared, Map.of(), new byte[0]);
    }
}
