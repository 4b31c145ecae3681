package cutscore.server.roster;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.server.database.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals identity numbers and tells whether two are one, under two keys that are not in the
 * database. A sealed number opens only in its own row: session and admission number are
 * authenticated with it.
 */
@Component
final class IdentityVault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec indexing;
    private final Entropy entropy;

    IdentityVault(Keys keys, Entropy entropy) {
        this.sealing = new SecretKeySpec(keys.secret("identity"), "AES");
        this.indexing = new SecretKeySpec(keys.secret("identity-index"), "HmacSHA256");
        this.entropy = entropy;
    }

    /** For one import on one thread: the JDK's cipher objects are costly to make 600,000 times. */
    Work work() {
        return new Work();
    }

    /** Not for several threads. */
    final class Work {
        private final Cipher cipher;
        private final Mac mac;

        private Work() {
            try {
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
                mac = Mac.getInstance("HmacSHA256");
                mac.init(indexing);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM and HMAC-SHA256", e);
            }
        }

        /** Nonce, then ciphertext and tag. */
        byte[] seal(SessionId session, String admissionNumber, String identityNumber) {
            byte[] nonce = entropy.bytes(NONCE);
            try {
                cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(row(session, admissionNumber));
                byte[] plain = identityNumber.getBytes(StandardCharsets.UTF_8);
                byte[] out = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
                cipher.doFinal(plain, 0, plain.length, out, NONCE);
                return out;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("an identity number could not be sealed", e);
            }
        }

        /**
         * @throws IllegalStateException when it was sealed in another row, or changed
         */
        String open(SessionId session, String admissionNumber, byte[] sealed) {
            try {
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        sealing,
                        new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
                cipher.updateAAD(row(session, admissionNumber));
                byte[] plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
                return new String(plain, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "a sealed identity number does not belong to its row", e);
            }
        }

        /** Equal for one number however it was typed: case and spaces do not matter. */
        byte[] person(String identityNumber) {
            return mac.doFinal(normal(identityNumber).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] row(SessionId session, String admissionNumber) {
        return (session + "/" + admissionNumber).getBytes(StandardCharsets.UTF_8);
    }

    private static String normal(String identityNumber) {
        return identityNumber.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
