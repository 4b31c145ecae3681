package cutscore.server.area;

import cutscore.kernel.seal.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A circular that was entered here.
 *
 * @param sha256 of its text as entered, UTF-8
 * @param text as entered
 * @param draft what the reader made of it, in the shape of {@code circular read --json}
 * @param confirmedBy who accepted the draft and its spelling doubts
 * @param agreedBy who gave it force
 */
public record CircularOnRecord(
        CircularId id,
        String sha256,
        String text,
        Json.Obj draft,
        Stage stage,
        UUID enteredBy,
        Instant enteredAt,
        Optional<UUID> confirmedBy,
        Optional<UUID> agreedBy) {

    /** How far it is. */
    public enum Stage {
        ENTERED,
        CONFIRMED,
        IN_FORCE
    }

    public boolean isInForce() {
        return stage == Stage.IN_FORCE;
    }
}
