package cutscore.server.exam;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A later close that one officer proposed and another has yet to confirm. A newer proposal for the
 * same window takes its place.
 *
 * @param window which window
 * @param revision which act on that window it would be
 * @param closes the proposed close, inside
 * @param circular the circular that extends it, where there is one
 * @param reason as citizens will read it
 */
public record ProposedExtension(
        UUID id,
        UUID window,
        int revision,
        OffsetDateTime closes,
        Optional<UUID> circular,
        String reason,
        UUID by,
        Instant at) {}
