package cutscore.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of {@code docs/authorisation.md}: every row that is asked with GET. */
final class Rows {
    private static final Path DOCUMENT = Path.of("../docs/authorisation.md");
    private static final Pattern ROW =
            Pattern.compile("\\| *GET *\\| *`([^`]+)` *\\| *([^|]+?) *\\|.*");

    /** With the expression it must match: that may hold braces, but no slash. */
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::[^/]*)?}(?=/|\\.|$)");

    private Rows() {}

    /**
     * One of them.
     *
     * @param path with its variables
     * @param who {@code anybody}, {@code everybody signed in}, or roles
     */
    record Row(String path, String who) {

        /** Short, and fit for a file's name. */
        @Override
        public String toString() {
            String plain = VARIABLE.matcher(path).replaceAll("$1").substring(1);
            return plain.isEmpty() ? "home" : plain.replaceAll("[^a-z0-9-]+", "-");
        }
    }

    static List<Row> all() {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
