package cutscore.server.declaration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Another officer's look at an approval.
 *
 * @param step the approval
 * @param confirmed whether it stands in his eyes; empty while nobody has looked
 * @param note why not
 */
public record SecondLook(
        int step,
        UUID approvedBy,
        Optional<UUID> lookedBy,
        Optional<Instant> lookedAt,
        Optional<Boolean> confirmed,
        String note) {

    /** Whether it said that the approval does not stand. */
    public boolean doubted() {
        return confirmed.filter(stands -> !stands).isPresent();
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "SecondLook[" + step + ", " + confirmed + "]";
    }
}
