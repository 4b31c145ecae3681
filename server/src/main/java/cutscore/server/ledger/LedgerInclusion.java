package cutscore.server.ledger;

import cutscore.kernel.merkle.InclusionProof;
import cutscore.kernel.merkle.LedgerEntry;
import cutscore.kernel.seal.SignedNote;

/**
 * One entry as the published tree holds it.
 *
 * @param proof for the tree that the checkpoint signs
 */
public record LedgerInclusion(LedgerEntry entry, InclusionProof proof, SignedNote checkpoint) {}
