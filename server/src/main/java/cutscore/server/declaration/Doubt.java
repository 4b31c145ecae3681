package cutscore.server.declaration;

import java.time.Instant;
import java.util.UUID;

/**
 * Why a case lies in the doubtful pile.
 *
 * @param note of the officer who put it there, for his colleagues
 */
public record Doubt(UUID id, UUID officer, String note, Instant at) {

    /** Without the note. */
    @Override
    public String toString() {
        return "Doubt[" + id + "]";
    }
}
