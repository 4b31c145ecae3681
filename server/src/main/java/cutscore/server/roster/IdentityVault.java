package cutscore.server.roster;

import cutscore.kernel.id.ResidentNumber;
import cutscore.kernel.id.SessionId;
import cutscore.server.database.FieldCipher;
import cutscore.server.database.FieldCiphers;
import cutscore.server.database.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals identity numbers and tells whether two are one, under two keys that are not in the
 * database. A sealed number opens only in its own row: session and admission number are
 * authenticated with it.
 */
@Component
final class IdentityVault {
    private final FieldCipher sealing;
    private final SecretKeySpec indexing;

    IdentityVault(FieldCiphers ciphers, Keys keys) {
        this.sealing = ciphers.forPurpose("identity");
        this.indexing = new SecretKeySpec(keys.secret("identity-index"), "HmacSHA256");
    }

    /** For one import on one thread: cipher objects are costly to make 600,000 times. */
    Work work() {
        return new Work();
    }

    /** Not for several threads. */
    final class Work {
        private final FieldCipher.Work cipher = sealing.work();
        private final Mac mac;

        private Work() {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(indexing);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC-SHA256", e);
            }
        }

        /** As {@link FieldCipher} writes it: algorithm and key version, nonce, ciphertext, tag. */
        byte[] seal(SessionId session, String admissionNumber, String identityNumber) {
            byte[] plain = identityNumber.getBytes(StandardCharsets.UTF_8);
            return cipher.seal(plain, row(session, admissionNumber));
        }

        /**
         * @throws IllegalStateException when it was sealed in another row, or changed
         */
        String open(SessionId session, String admissionNumber, byte[] sealed) {
            byte[] plain = cipher.open(sealed, row(session, admissionNumber));
            return new String(plain, StandardCharsets.UTF_8);
        }

        /** Equal for one number however it was typed. */
        byte[] person(String identityNumber) {
            return mac.doFinal(
                    ResidentNumber.canonical(identityNumber).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String row(SessionId session, String admissionNumber) {
        return session + "/" + admissionNumber;
    }
}
