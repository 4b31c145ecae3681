package cutscore.server.exam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * An extension that is in force.
 *
 * @param revision 1 for the first
 * @param closes the close since then, inside
 * @param circular the circular that extends it, where there is one
 * @param reason as announced
 * @param at when the second officer confirmed it
 */
public record WindowExtension(
        int revision, OffsetDateTime closes, Optional<UUID> circular, String reason, Instant at) {}
