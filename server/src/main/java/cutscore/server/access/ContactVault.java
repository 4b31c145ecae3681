package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals contacts and finds them again, under keys that are not in the database. A sealed contact
 * opens only in its own row: account and channel are authenticated with it.
 */
@Component
class ContactVault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec indexing;
    private final Entropy entropy;

    ContactVault(Keys keys, Entropy entropy) {
        this.sealing = new SecretKeySpec(keys.secret("contact"), "AES");
        this.indexing = new SecretKeySpec(keys.secret("contact-index"), "HmacSHA256");
        this.entropy = entropy;
    }

    /** Nonce, then ciphertext and tag. */
    byte[] seal(UUID account, Contact contact) {
        byte[] nonce = entropy.bytes(NONCE);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row(account, contact.channel()));
            byte[] plain = contact.address().getBytes(StandardCharsets.UTF_8);
            byte[] out = java.util.Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a contact could not be sealed", e);
        }
    }

    /**
     * @throws IllegalStateException when it was sealed in another row, or changed
     */
    Contact open(UUID account, Contact.Channel channel, byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(row(account, channel));
            byte[] plain = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
            return new Contact(channel, new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed contact does not belong to its row", e);
        }
    }

    /** Equal for one contact, useless without the key. */
    byte[] digest(Contact contact) {
        return mac("contact\n" + contact.channel() + "\n" + contact.address());
    }

    /** The same for other short texts that are looked up and never shown. */
    byte[] mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] row(UUID account, Contact.Channel channel) {
        return (account + "/" + channel).getBytes(StandardCharsets.UTF_8);
    }
}
