package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A declaration in a list.
 *
 * @param stageSince since when it stands in its stage
 * @param typedByOfficer whether an officer typed it in (assisted)
 * @param holder who has it in hand
 */
public record ListRow(
        DeclarationId id,
        String receipt,
        SessionId session,
        String admissionNumber,
        String qualification,
        DeclaredGround ground,
        DivisionCode place,
        Stage stage,
        Instant arrivedAt,
        Instant stageSince,
        boolean typedByOfficer,
        Optional<Instant> mendUntil,
        Optional<UUID> holder) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "ListRow[" + id + ", " + stage + "]";
    }
}
