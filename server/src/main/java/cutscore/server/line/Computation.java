package cutscore.server.line;

import java.time.Instant;
import java.util.UUID;

/**
 * A blind second computation of a proposal, from the sealed snapshot, by an analyst who had not
 * seen the first result.
 *
 * @param engine which one computed
 * @param keysDigest SHA-256 of what came out: the canonical JSON of the dossier's {@code keys}
 * @param equal whether it is what was proposed, byte for byte
 * @param ledgerIndex of the act "line.recomputed"
 */
public record Computation(
        UUID by, Instant at, String engine, String keysDigest, boolean equal, long ledgerIndex) {}
