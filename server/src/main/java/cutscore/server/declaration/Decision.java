package cutscore.server.declaration;

import java.util.Optional;

/**
 * A review with what it was made from.
 *
 * @param reason which reason of the library it began with, for counting
 */
public record Decision(Review review, Optional<String> reason) {
    public static Decision of(Review review) {
        return new Decision(review, Optional.empty());
    }
}
