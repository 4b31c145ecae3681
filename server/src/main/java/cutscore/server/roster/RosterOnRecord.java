package cutscore.server.roster;

import cutscore.kernel.id.SessionId;
import java.util.Optional;
import java.util.UUID;

/**
 * An imported roster.
 *
 * @param sha256 of the file's bytes, lower-case hexadecimal
 * @param importedBy who read it in
 * @param confirmedBy who confirmed digest and totals; empty until then
 */
public record RosterOnRecord(
        RosterId id,
        SessionId session,
        String sha256,
        ControlTotals totals,
        UUID importedBy,
        Optional<UUID> confirmedBy) {

    public boolean isConfirmed() {
        return confirmedBy.isPresent();
    }
}
