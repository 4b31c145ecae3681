package cutscore.server.line.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes as they were typed: a whole list, or one change in four fields.
 *
 * @param changes a list with its headings; blank when one change was typed
 */
record ChangesForm(String changes, String change, String of, String subject, String to) {
    static final String HEADINGS = "change,of,subject,to\n";

    static ChangesForm of(Map<String, String> fields) {
        return new ChangesForm(
                fields.getOrDefault("changes", "").strip(),
                fields.getOrDefault("change", "score").strip(),
                fields.getOrDefault("of", "").strip(),
                fields.getOrDefault("subject", "").strip(),
                fields.getOrDefault("to", "").strip());
    }

    static ChangesForm blank() {
        return of(Map.of());
    }

    /** The list, headings first. */
    String csv() {
        if (!changes.isEmpty()) {
            return changes + "\n";
        }
        if (of.isEmpty() && to.isEmpty()) {
            return HEADINGS;
        }
        return HEADINGS
                + Stream.of(change, of, subject, to)
                        .map(ChangesForm::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** RFC 4180. */
    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
