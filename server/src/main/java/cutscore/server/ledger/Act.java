package cutscore.server.ledger;

import cutscore.kernel.merkle.ActForm;
import cutscore.kernel.seal.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An official act, as it goes into the ledger.
 *
 * @param kind module and participle: {@code declaration.submitted}
 * @param at when it happened, by the business clock; microseconds are kept
 * @param by the officers who did it, in order; nobody when the system did
 * @param body ids, codes, digests, commitments; no personal data, no certificate number
 */
public record Act(String kind, Instant at, List<UUID> by, Json.Obj body) {

    /**
     * @throws IllegalArgumentException when the kind is not of that form
     */
    public Act {
        if (!ActForm.isKind(kind)) {
            throw new IllegalArgumentException("not a kind of act: " + kind);
        }
        by = List.copyOf(by);
    }
}
