package cutscore.server.publication;

import cutscore.kernel.id.SessionId;
import cutscore.server.line.ProposalId;
import java.time.Instant;
import java.util.UUID;

/**
 * A publication that waits for a second publisher.
 *
 * @param proposal the filed line
 * @param dossierDigest SHA-256 of the dossier it is to be published with
 * @param textDigest SHA-256 of the announcement as it read then, without its number
 * @param by who proposed it
 */
public record ProposedPublication(
        UUID id,
        ProposalId proposal,
        SessionId session,
        String dossierDigest,
        String textDigest,
        UUID by,
        Instant at) {}
