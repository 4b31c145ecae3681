package cutscore.server.paper;

import java.time.Instant;
import java.util.Map;

/**
 * What a document says of itself.
 *
 * @param title shown by the reader
 * @param author the issuing body
 * @param made the moment it is dated, from the business clock
 * @param entries further entries of the information dictionary, by name
 */
public record Imprint(String title, String author, Instant made, Map<String, String> entries) {
    public Imprint {
        entries = Map.copyOf(entries);
    }

    public static Imprint of(String title, String author, Instant made) {
        return new Imprint(title, author, made, Map.of());
    }
}
