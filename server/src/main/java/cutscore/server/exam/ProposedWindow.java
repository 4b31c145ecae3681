package cutscore.server.exam;

import java.time.Instant;
import java.util.UUID;

/**
 * A window that one officer proposed and another has yet to confirm. A newer proposal for the same
 * province, session and round takes its place.
 */
public record ProposedWindow(UUID id, WindowDraft draft, UUID by, Instant at) {}
