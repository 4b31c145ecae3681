package cutscore.server.database;

import cutscore.kernel.id.Entropy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals one kind of field under a key that is not in the database: identity numbers, contacts, the
 * keys of files. A sealed field opens only in its own row, because the row is authenticated with
 * it.
 *
 * <p>Form: one byte (algorithm × 16 + key version), nonce of 12 bytes, ciphertext, tag of 16. What
 * was sealed by AES opens after the house has changed to SM4, and the other way round.
 */
public final class FieldCipher {
    private static final int HEAD = 1 + Gcm.NONCE;
    private static final int VERSIONS = 16;

    private final String purpose;
    private final Keys keys;
    private final Entropy entropy;
    private final Gcm algorithm;
    private final int version;
    private final byte[][] known = new byte[3 * VERSIONS][];

    FieldCipher(String purpose, Keys keys, Entropy entropy, Gcm algorithm, int version) {
        if (version < 1 || version >= VERSIONS) {
            throw new IllegalArgumentException("a key version is 1 to 15: " + version);
        }
        this.purpose = purpose;
        this.keys = keys;
        this.entropy = entropy;
        this.algorithm = algorithm;
        this.version = version;
        key(algorithm, version);
    }

    /**
     * @param row what the field belongs to, {@code table/column/id}: the same words open it
     */
    public byte[] seal(byte[] plain, String row) {
        return work().seal(plain, row);
    }

    /** A text in UTF-8. */
    public byte[] seal(String plain, String row) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), row);
    }

    /**
     * @throws IllegalStateException when it was changed, or sealed in another row
     */
    public byte[] open(byte[] sealed, String row) {
        return work().open(sealed, row);
    }

    /** A text in UTF-8; refuses as {@link #open} does. */
    public String openText(byte[] sealed, String row) {
        return new String(open(sealed, row), StandardCharsets.UTF_8);
    }

    /** For many fields on one thread. */
    public Work work() {
        return new Work();
    }

    /** Not for several threads. */
    public final class Work {
        private final Gcm.Work gcm = algorithm.work();

        private Work() {}

        /** As {@link FieldCipher#seal}. */
        public byte[] seal(byte[] plain, String row) {
            byte[] nonce = entropy.bytes(Gcm.NONCE);
            byte[] text = gcm.seal(key(algorithm, version), nonce, bound(row), plain);
            byte[] out = new byte[HEAD + text.length];
            out[0] = (byte) (algorithm.number() * VERSIONS + version);
            System.arraycopy(nonce, 0, out, 1, Gcm.NONCE);
            System.arraycopy(text, 0, out, HEAD, text.length);
            return out;
        }

        /** As {@link FieldCipher#open}. */
        public byte[] open(byte[] sealed, String row) {
            if (sealed.length < HEAD + Gcm.TAG || sealed[0] % VERSIONS < 1) {
                throw new IllegalStateException("not sealed by this house");
            }
            var by = Gcm.of((sealed[0] & 0xff) / VERSIONS);
            byte[] nonce = Arrays.copyOfRange(sealed, 1, HEAD);
            var opener = by == algorithm ? gcm : by.work();
            return opener.open(key(by, sealed[0] % VERSIONS), nonce, bound(row), sealed, HEAD);
        }
    }

    private static byte[] bound(String row) {
        return row.getBytes(StandardCharsets.UTF_8);
    }

    /** Read once from its file: a roster has 600,000 rows. */
    private synchronized byte[] key(Gcm by, int of) {
        int place = by.number() * VERSIONS + of;
        byte[] key = known[place];
        if (key == null) {
            byte[] secret = keys.secret(of == 1 ? purpose : purpose + "-" + letter(of));
            key = by == Gcm.AES ? secret : own(secret, by);
            known[place] = key;
        }
        return key;
    }

    /** The names of secrets hold letters only: the second version is {@code identity-b}. */
    private static char letter(int version) {
        return (char) ('a' + version - 1);
    }

    /** No key serves two algorithms. */
    private static byte[] own(byte[] secret, Gcm by) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] derived = mac.doFinal(by.name().getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(derived, by.keyBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
