package cutscore.server.declaration;

import java.time.Instant;

/** How the gate answered a form. */
public sealed interface Submission {

    /**
     * Accepted; acknowledged only after its commit.
     *
     * @param receipt the receipt's number, unguessable
     * @param arrivedAt on the business clock; shown in Beijing time
     * @param ledgerIndex where its act stands in the ledger
     */
    record Accepted(DeclarationId id, String receipt, Instant arrivedAt, long ledgerIndex)
            implements Submission {}

    /**
     * Refused; nothing was recorded.
     *
     * @param arrivedAt by which it was judged
     */
    record Refused(Refusal why, Instant arrivedAt) implements Submission {}
}
