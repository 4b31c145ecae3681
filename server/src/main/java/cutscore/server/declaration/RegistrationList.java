package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A province's list of those who declared with their registration.
 *
 * @param window the round's window
 * @param statedAt the instant that counts as the arrival of everybody on it
 * @param sha256 of the file, hexadecimal
 * @param rows below the heading
 * @param setAside of them, who need no declaration: the national line met, or the marks voided
 * @param ledgerIndex of its confirmation; empty while it waits for the second lead
 */
public record RegistrationList(
        UUID id,
        SessionId session,
        DivisionCode province,
        UUID window,
        Instant statedAt,
        String sha256,
        int rows,
        int setAside,
        UUID enteredBy,
        Instant enteredAt,
        Optional<Long> ledgerIndex) {

    public boolean isConfirmed() {
        return ledgerIndex.isPresent();
    }
}
