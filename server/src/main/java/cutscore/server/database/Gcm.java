package cutscore.server.database;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Authenticated encryption in Galois/Counter mode (NIST SP 800-38D), by AES-256 or by SM4 (GB/T
 * 32907). A key must never see one nonce twice; whoever calls sees to that.
 */
public enum Gcm {
    /** AES with a key of 32 bytes, by the JDK. */
    AES(1, 32),
    /** SM4 with a key of 16 bytes, by Bouncy Castle. */
    SM4(2, 16);

    /** Length of a nonce in bytes. */
    public static final int NONCE = 12;

    /** By how many bytes the sealed text is longer: the tag. */
    public static final int TAG = 16;

    private static final int TAG_BITS = TAG * 8;

    private final int number;
    private final int keyBytes;

    Gcm(int number, int keyBytes) {
        this.number = number;
        this.keyBytes = keyBytes;
    }

    /** What stands for the algorithm in stored bytes and rows; never given to another. */
    public int number() {
        return number;
    }

    /** Length of a key in bytes. */
    public int keyBytes() {
        return keyBytes;
    }

    /**
     * The algorithm that was stored under a number.
     *
     * @throws IllegalStateException when none was
     */
    public static Gcm of(int number) {
        return Arrays.stream(values())
                .filter(one -> one.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cipher has number " + number));
    }

    /** For one thread: cipher objects are costly to make 600,000 times. */
    public Work work() {
        return switch (this) {
            case AES -> new Jdk();
            case SM4 -> new BouncyCastle();
        };
    }

    /** Seals and opens; not for several threads. */
    public interface Work {

        /**
         * Ciphertext and tag.
         *
         * @param bound what is authenticated with it and must be said again to open it
         */
        byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain);

        /**
         * @param sealed starts at {@code from}: ciphertext and tag
         * @throws IllegalStateException when it was changed, or sealed with another key, nonce or
         *     bound
         */
        byte[] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed, int from);
    }

    private static final class Jdk implements Work {
        private final Cipher cipher;

        Jdk() {
            try {
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM", e);
            }
        }

        @Override
        public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            try {
                start(Cipher.ENCRYPT_MODE, key, nonce, bound);
                return cipher.doFinal(plain);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("could not be sealed", e);
            }
        }

        @Override
        public byte[] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed, int from) {
            try {
                start(Cipher.DECRYPT_MODE, key, nonce, bound);
                return cipher.doFinal(sealed, from, sealed.length - from);
            } catch (GeneralSecurityException e) {
                throw foreign(e);
            }
        }

        private void start(int mode, byte[] key, byte[] nonce, byte[] bound)
                throws GeneralSecurityException {
            var secret = new SecretKeySpec(key, "AES");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
        }
    }

    private static final class BouncyCastle implements Work {
        private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());

        @Override
        public byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
            try {
                return run(true, key, nonce, bound, plain, 0);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("could not be sealed", e);
            }
        }

        @Override
        public byte[] open(byte[] key, byte[] nonce, byte[] bound, byte[] sealed, int from) {
            try {
                return run(false, key, nonce, bound, sealed, from);
            } catch (InvalidCipherTextException e) {
                throw foreign(e);
            }
        }

        private byte[] run(
                boolean seals, byte[] key, byte[] nonce, byte[] bound, byte[] input, int from)
                throws InvalidCipherTextException {
            cipher.init(seals, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, bound));
            int length = input.length - from;
            byte[] out = new byte[Math.max(0, cipher.getOutputSize(length))];
            int done = cipher.processBytes(input, from, length, out, 0);
            cipher.doFinal(out, done);
            return out;
        }
    }

    private static IllegalStateException foreign(Exception cause) {
        return new IllegalStateException("sealed bytes do not belong to their row", cause);
    }
}
