package cutscore.kernel.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;

/**
 * ECDSA P-256 with SHA-256, r and s side by side; s in the lower half, so that there is one form.
 */
final class EcSignature {
    /** The order of the group P-256 (FIPS 186-5, SEC 2). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private EcSignature() {}

    static boolean isStrict(byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        var r = new BigInteger(1, Arrays.copyOf(signature, 32));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        return r.signum() > 0
                && r.compareTo(ORDER) < 0
                && s.signum() > 0
                && s.compareTo(ORDER.shiftRight(1)) <= 0;
    }

    static boolean verifies(PublicKey key, byte[] content, byte[] signature) {
        if (!isStrict(signature)) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
