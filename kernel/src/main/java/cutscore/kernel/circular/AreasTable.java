package cutscore.kernel.circular;

import java.util.stream.Collectors;

/**
 * The areas of a draft as the file that a determination reads (design §4): {@code
 * division_code,name,ground,from,to,circular}. A circular says no period, so {@code from} and
 * {@code to} stay open; several grounds stand in one field, separated by semicolons.
 */
public final class AreasTable {
    private AreasTable() {}

    /** UTF-8 text with a header row, LF, one county-level unit a row in code order. */
    public static String csv(CircularDraft draft) {
        String circular = circular(draft);
        return "division_code,name,ground,from,to,circular\n"
                + draft.areas().stream()
                        .map(
                                area ->
                                        String.join(
                                                ",",
                                                area.code().value(),
                                                field(area.name()),
                                                field(String.join(";", area.grounds())),
                                                "",
                                                "",
                                                field(circular)))
                        .map(row -> row + "\n")
                        .collect(Collectors.joining());
    }

    /** How a circular is cited: who and when; it may bear no number of its own. */
    private static String circular(CircularDraft draft) {
        String who = draft.authority() == null ? "" : draft.authority();
        return draft.published() == null ? who : (who + " " + draft.published()).strip();
    }

    private static String field(String text) {
        // a field that a spreadsheet would take for a formula is quoted as text is
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
