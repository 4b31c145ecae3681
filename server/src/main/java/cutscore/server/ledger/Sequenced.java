package cutscore.server.ledger;

import cutscore.kernel.merkle.Hash;

/**
 * The place an act has in the ledger once its transaction commits.
 *
 * @param index from 0, never changes
 * @param leaf the hash that an inclusion proof starts from
 */
public record Sequenced(long index, Hash leaf) {}
