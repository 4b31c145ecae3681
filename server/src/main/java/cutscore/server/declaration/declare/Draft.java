package cutscore.server.declaration.declare;

import cutscore.kernel.id.SessionId;
import cutscore.server.declaration.DeclarationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A form on its way.
 *
 * @param mends the returned declaration that it corrects; empty for a first one
 * @param begun when it was begun on this server: the grace of the close belongs to what was begun
 *     before it
 * @param key the idempotency key, made by the browser where it can, and kept
 */
record Draft(
        UUID id,
        SessionId session,
        String admissionNumber,
        Optional<DeclarationId> mends,
        Instant begun,
        Instant changed,
        Answers answers,
        String key) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
