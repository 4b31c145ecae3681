package cutscore.spark;

import java.util.List;

/** Writes rows as CSV (RFC 4180), each on the line it had in the CSV it once came from. */
final class CsvText {
    /** More blank lines than this before a row are left out: its line was not written by us. */
    private static final long MOST_BLANK = 10_000;

    private final StringBuilder text = new StringBuilder();
    private long line = 1;

    void headings(List<String> headings) {
        row(1, headings);
    }

    /**
     * @param at its line, counted from 1; passed over when it is not ahead
     */
    void row(long at, List<String> fields) {
        if (at > line && at - line <= MOST_BLANK) {
            text.repeat('\n', (int) (at - line));
            line = at;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            field(fields.get(i));
        }
        text.append('\n');
        line++;
    }

    private void field(String field) {
        boolean quoted =
                field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (!quoted) {
            text.append(field);
            return;
        }
        text.append('"').append(field.replace("\"", "\"\"")).append('"');
        line += field.chars().filter(c -> c == '\n').count();
    }

    /** What was written since the last time. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    /** Begins again on this line. */
    CsvText on(long first) {
        line = first;
        return this;
    }

    int length() {
        return text.length();
    }
}
