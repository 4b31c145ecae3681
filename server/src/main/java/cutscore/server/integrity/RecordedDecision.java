package cutscore.server.integrity;

import java.time.Instant;
import java.util.UUID;

/** A decision as one officer wrote it down. */
public record RecordedDecision(DecisionId id, DecisionLetter letter, UUID by, Instant at) {}
