/**
 * The ledger (存证): every official act in the same transaction that makes it, published as a Merkle
 * tree that anyone can check (RFC 6962; C2SP tlog-tiles, signed-note, tlog-checkpoint).
 *
 * <p>Promises: indexes have no gaps; an entry is never changed; nothing personal and no certificate
 * number is in it, only salted commitments; a tree smaller than, or different from, a signed one is
 * never signed.
 *
 * <p>Basis: design §2 rules 2, 6, 7, 8 and §8.
 */
@ApplicationModule(allowedDependencies = {"database", "web"})
@NullMarked
package cutscore.server.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
