package cutscore.server.declaration;

import java.util.Optional;
import java.util.UUID;

/**
 * A decision that is no act yet.
 *
 * @param seconds until it becomes one, by the database's clock; 0 when that is due
 * @param failed why it could not be recorded; it is then none, and stays to be read
 */
public record HeldDecision(
        UUID id,
        DeclarationId declaration,
        String receipt,
        Review review,
        int seconds,
        Optional<ReviewOutcome.Why> failed) {

    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "HeldDecision[" + id + ", " + declaration + "]";
    }
}
