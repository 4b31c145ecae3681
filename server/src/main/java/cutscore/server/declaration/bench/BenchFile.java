package cutscore.server.declaration.bench;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.UUID;

/**
 * A file in the viewer.
 *
 * @param item what it answers, as the province's rule names it
 * @param name of that item
 */
record BenchFile(UUID id, String item, Words name, int pages, Instant addedAt) {}
