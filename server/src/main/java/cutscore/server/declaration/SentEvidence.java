package cutscore.server.declaration;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that goes with a declaration.
 *
 * @param item what it answers, as the province's rule names it
 * @param file which file, as {@code evidence} names it
 * @param addedAt with the declaration, or later
 */
public record SentEvidence(String item, UUID file, Instant addedAt) {}
