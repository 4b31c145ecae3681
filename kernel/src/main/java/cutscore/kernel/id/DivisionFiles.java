package cutscore.kernel.id;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The kernel's own plain tables: comma between fields, no quotes, a header row. */
final class DivisionFiles {
    private DivisionFiles() {}

    static List<List<String>> rows(String name) {
        var stream = Objects.requireNonNull(Divisions.class.getResourceAsStream(name), name);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
