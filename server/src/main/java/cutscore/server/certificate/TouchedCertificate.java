package cutscore.server.certificate;

import cutscore.kernel.blast.BlastMove;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;

/**
 * A live certificate whose ground a correction would take away. It stays valid: only a decision
 * annuls it.
 *
 * @param province whose body issued it
 * @param admissionNumber the holder's
 * @param byPlace whether the county that the declaration rests on would be no line area
 * @param atThePublishedLine whether its ground would be gone even with the published line kept
 * @param withTheLineNow whether it would be gone with the line determined anew
 */
public record TouchedCertificate(
        CertificateNumber number,
        DivisionCode province,
        CertificateOnRecord.State state,
        String admissionNumber,
        boolean byPlace,
        boolean atThePublishedLine,
        boolean withTheLineNow) {

    /** The admission number with its middle hidden. */
    public String masked() {
        return BlastMove.masked(admissionNumber);
    }

    /** Says nothing of whose it is. */
    @Override
    public String toString() {
        return "TouchedCertificate[" + province + ", " + state + "]";
    }
}
