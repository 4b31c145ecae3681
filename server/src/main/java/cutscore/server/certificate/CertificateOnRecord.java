package cutscore.server.certificate;

import cutscore.kernel.seal.AnnulledNumber;
import java.util.Optional;

/**
 * A certificate as the database has it.
 *
 * @param state numbered (not yet sealed), issued, annulled
 * @param annulment present when annulled
 */
public record CertificateOnRecord(
        CertificateRecord certificate, State state, Optional<AnnulledNumber> annulment) {

    /** Its life: NUMBERED → ISSUED, and from either → ANNULLED. */
    public enum State {
        NUMBERED,
        ISSUED,
        ANNULLED
    }
}
