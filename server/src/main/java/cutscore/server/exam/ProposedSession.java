package cutscore.server.exam;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that one officer proposed to open and another has yet to confirm. A newer proposal for
 * the same session takes its place.
 */
public record ProposedSession(UUID id, ExamSession draft, UUID by, Instant at) {}
