package cutscore.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an input: where it stands, what is wrong, how to mend it.
 *
 * @param code stable name for machines, {@code SCORE_NOT_HALF_POINT}
 * @param input which input, by the name the person gave it; null when there is only one
 * @param line 1-based; 0 when the whole input is meant
 * @param column 1-based field number in a table, character in a text; 0 when the whole line is
 *     meant
 * @param heading the column's heading or the setting's name, if there is one
 * @param what what is wrong, with the offending text where it may be shown
 * @param mend what to do about it
 */
public record Fault(
        String code,
        @Nullable String input,
        long line,
        int column,
        @Nullable String heading,
        Words what,
        Words mend) {

    /** A fault of a whole input. */
    public static Fault of(String code, Words what, Words mend) {
        return new Fault(code, null, 0, 0, null, what, mend);
    }

    /** The same fault, said of a named input. */
    public Fault in(String name) {
        return new Fault(code, name, line, column, heading, what, mend);
    }

    /** For a terminal: place, what, mend; Chinese, then English. */
    public String text() {
        return place() + what.zh() + " → " + mend.zh() + "\n    " + what.en() + " → " + mend.en();
    }

    private String place() {
        var out = new StringBuilder();
        if (input != null) {
            out.append(input).append(": ");
        }
        if (line > 0) {
            out.append("第").append(line).append("行/line ").append(line).append(' ');
        }
        if (column > 0) {
            out.append("第").append(column).append("列/column ").append(column).append(' ');
        }
        if (heading != null) {
            out.append('[').append(heading).append("] ");
        }
        return out.toString();
    }
}
