package cutscore.server.roster;

import java.time.Instant;
import java.util.Optional;

/**
 * An imported roster with what became of it.
 *
 * @param fileSha256 of the file as it was given; a workbook's own digest is not its table's
 */
public record ImportedRoster(
        RosterOnRecord roster,
        String fileSha256,
        Instant importedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> takenBackAt) {

    public boolean isWaiting() {
        return confirmedAt.isEmpty() && takenBackAt.isEmpty();
    }
}
