package cutscore.server.declaration;

import java.time.Instant;

/** A case in a pile, by what may be shown of it without a look at it. */
public record QueuedCase(DeclarationId id, String receipt, Instant arrivedAt) {}
