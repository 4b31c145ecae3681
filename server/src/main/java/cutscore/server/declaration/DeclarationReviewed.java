package cutscore.server.declaration;

import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A declaration was reviewed; published inside the review's transaction.
 *
 * @param to the stage it came to: approved, returned or rejected
 * @param onAppeal whether it answers an appeal of the declarant
 * @param mendUntil of a returned one: until when it may be sent again
 */
public record DeclarationReviewed(
        DeclarationId declaration,
        SessionId session,
        String admissionNumber,
        Stage to,
        boolean onAppeal,
        Optional<Instant> mendUntil) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "DeclarationReviewed[" + declaration + ", " + to + "]";
    }
}
