package cutscore.server.declaration;

import java.util.Optional;

/**
 * A place in a list, by the row it begins beside: stable while rows come and go.
 *
 * @param id the row that was seen last
 * @param back whether the page before it is wanted, not the one after
 */
public record Cursor(DeclarationId id, boolean back) {

    /** The first page. */
    public static Optional<Cursor> start() {
        return Optional.empty();
    }
}
