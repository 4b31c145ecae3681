package cutscore.server.database;

import cutscore.kernel.id.Entropy;

/**
 * Hands out a cipher for every kind of field that is kept secret, by the algorithm and the key
 * version of the configuration: {@code cutscore.cipher=aes|sm4}, {@code cutscore.key-version=1}.
 */
public final class FieldCiphers {
    private final Keys keys;
    private final Entropy entropy;
    private final Gcm algorithm;
    private final int version;

    FieldCiphers(Keys keys, Entropy entropy, Gcm algorithm, int version) {
        this.keys = keys;
        this.entropy = entropy;
        this.algorithm = algorithm;
        this.version = version;
    }

    /**
     * Ciphers made by hand, for tests and tools.
     *
     * @param algorithm what new fields are sealed with
     * @param version of the key for new fields, 1 to 15
     */
    public static FieldCiphers of(Keys keys, Entropy entropy, Gcm algorithm, int version) {
        return new FieldCiphers(keys, entropy, algorithm, version);
    }

    /**
     * @param purpose as of {@link Keys#secret}: {@code identity}, {@code contact}
     */
    public FieldCipher forPurpose(String purpose) {
        return new FieldCipher(purpose, keys, entropy, algorithm, version);
    }

    /** What new things are sealed with. */
    public Gcm algorithm() {
        return algorithm;
    }
}
