package cutscore.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader did or left open that a person should know of, though the input is accepted:
 * an old division code that was mapped, a heading that is not used.
 *
 * @param code stable name for machines, {@code DIVISION_RENUMBERED}
 * @param input which input, by the name the person gave it; null when there is only one
 * @param line where it was first seen, 1-based; 0 when the whole input is meant
 * @param what what was done
 * @param times how often, at least 1
 */
public record Note(String code, @Nullable String input, long line, Words what, long times) {

    /** A note of a whole input. */
    public static Note of(String code, @Nullable String input, Words what) {
        return new Note(code, input, 0, what, 1);
    }

    /** The same note, seen so often. */
    public Note seen(long often) {
        return new Note(code, input, line, what, often);
    }

    /** For a terminal; Chinese, then English. */
    public String text() {
        String place =
                (input == null ? "" : input + ": ") + (line == 0 ? "" : "line " + line + " ");
        String often = times > 1 ? " (×" + times + ")" : "";
        return "注/note: " + place + what + often;
    }
}
