package cutscore.kernel.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) by the JDK: raw 32-byte keys, raw 64-byte signatures. */
final class Ed25519 {
    static final int SEED_LENGTH = 32;
    static final int PUBLIC_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /** The DER head of every Ed25519 public key (RFC 8410); the 32 bytes follow. */
    private static final byte[] DER_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /**
     * The key pair of a seed; the same seed gives the same pair for ever.
     *
     * @throws IllegalArgumentException when the seed has not 32 bytes
     */
    static KeyPair pair(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Repeating(seed));
            var pair = generator.generateKeyPair();
            // A JDK that draws from its source in another way must not give us another key quietly.
            byte[] drawn = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(drawn, seed)) {
                throw new IllegalStateException("this JDK does not take the seed as it is");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static byte[] raw(PublicKey key) {
        byte[] der = key.getEncoded();
        return Arrays.copyOfRange(der, der.length - PUBLIC_LENGTH, der.length);
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with a good key failed", e);
        }
    }

    /** False for a wrong signature, and for bytes that are no key or no signature at all. */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        byte[] der = Arrays.copyOf(DER_HEAD, DER_HEAD.length + PUBLIC_LENGTH);
        System.arraycopy(publicKey, 0, der, DER_HEAD.length, PUBLIC_LENGTH);
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Answers the seed where the JDK asks for randomness: the way to a public key in pure JDK. */
    private static final class Repeating extends SecureRandom {
        private final transient byte[] seed;

        private Repeating(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("this JDK does not take the seed as it is");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
