package cutscore.server.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A role that one administrator proposed for an officer.
 *
 * @param confirmed whether a second administrator has agreed, and the role is held
 */
public record ProposedGrant(
        UUID id, UUID officer, Role role, UUID proposedBy, Instant proposedAt, boolean confirmed) {}
