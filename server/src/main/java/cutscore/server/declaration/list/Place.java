package cutscore.server.declaration.list;

import cutscore.server.declaration.Cursor;
import cutscore.server.declaration.DeclarationId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The place within a list, as an address names it: {@code after} or {@code before} a row. */
final class Place {
    private static final String AFTER = "after";
    private static final String BEFORE = "before";

    private Place() {}

    static Optional<Cursor> of(Map<String, String> asked) {
        return id(asked.getOrDefault(AFTER, ""))
                .map(id -> new Cursor(id, false))
                .or(() -> id(asked.getOrDefault(BEFORE, "")).map(id -> new Cursor(id, true)));
    }

    static String text(Optional<Cursor> cursor) {
        return cursor.map(at -> "&" + (at.back() ? BEFORE : AFTER) + "=" + at.id()).orElse("");
    }

    static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, _) -> one));
    }

    private static Optional<DeclarationId> id(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeclarationId(UUID.fromString(text)));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }
}
