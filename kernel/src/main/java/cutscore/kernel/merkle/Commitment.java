package cutscore.kernel.merkle;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How an entry speaks of something personal without showing it: HMAC-SHA256 under a salt. */
public final class Commitment {
    private static final String ALGORITHM = "HmacSHA256";

    private Commitment() {}

    /**
     * The commitment, 64 hexadecimal characters.
     *
     * @param content canonical JSON of what is committed to
     * @param salt whoever deletes it deletes the person from the ledger
     */
    public static String to(byte[] content, byte[] salt) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
