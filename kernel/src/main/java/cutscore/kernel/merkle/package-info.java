/** The public ledger's tree: RFC 6962 hashing, proofs, and C2SP tlog-tiles files. */
@NullMarked
package cutscore.kernel.merkle;

import org.jspecify.annotations.NullMarked;
