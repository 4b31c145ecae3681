package cutscore.server.certificate;

import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;

/**
 * A live certificate whose ground a correction would take away. It stays valid: only a decision
 * annuls it.
 *
 * @param province whose body issued it
 * @param move what the correction does to its holder
 */
public record TouchedCertificate(
        CertificateNumber number,
        DivisionCode province,
        CertificateOnRecord.State state,
        BlastMove move) {

    /** Whether its ground would be gone even with the published line kept. */
    public boolean atThePublishedLine() {
        return !move.claim().kept();
    }

    /** Whether its ground would be gone with the line determined anew. */
    public boolean withTheLineNow() {
        return !move.claim().now();
    }

    /** Says nothing of whose it is. */
    @Override
    public String toString() {
        return "TouchedCertificate[" + province + ", " + state + "]";
    }
}
