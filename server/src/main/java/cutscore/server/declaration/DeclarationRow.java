package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A declaration as its row stands.
 *
 * @param person the keyed digest of the roster, hexadecimal
 * @param formSha256 of the form it came with, hexadecimal, for the idempotency key
 * @param begunAt when its draft was begun, if there was one
 * @param employer as typed; empty unless the ground is work
 * @param evidenceUntil the last moment for evidence to follow; empty when none may
 * @param commitment what the ledger's entry of the submission holds
 */
record DeclarationRow(
        DeclarationId id,
        String receipt,
        SessionId session,
        String admissionNumber,
        String person,
        String qualification,
        DeclaredGround ground,
        DivisionCode place,
        UUID window,
        Stage stage,
        Optional<UUID> typedBy,
        String key,
        String formSha256,
        Instant arrivedAt,
        String commitment,
        long ledgerIndex,
        Optional<Instant> mendUntil,
        Optional<Instant> begunAt,
        String employer,
        Optional<Instant> evidenceUntil) {

    DivisionCode province() {
        return place.province();
    }

    /** The same declaration as a correction leaves it, before its step is taken. */
    DeclarationRow mended(
            DeclaredGround newGround,
            DivisionCode newPlace,
            String newEmployer,
            Optional<UUID> by) {
        return new DeclarationRow(
                id,
                receipt,
                session,
                admissionNumber,
                person,
                qualification,
                newGround,
                newPlace,
                window,
                stage,
                by,
                key,
                formSha256,
                arrivedAt,
                commitment,
                ledgerIndex,
                Optional.empty(),
                begunAt,
                newEmployer,
                evidenceUntil);
    }

    Submission.Accepted accepted() {
        return new Submission.Accepted(id, receipt, arrivedAt, ledgerIndex);
    }
}
