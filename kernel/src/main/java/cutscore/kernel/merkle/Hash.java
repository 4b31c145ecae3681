package cutscore.kernel.merkle;

import cutscore.kernel.seal.Digest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash of the tree, 32 bytes (RFC 6962 section 2.1). */
public final class Hash {
    public static final int LENGTH = 32;

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = new Hash(Digest.sha256(new byte[0]));

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException when there are not 32 bytes
     */
    public static Hash of(byte[] value) {
        return at(value, 0, value.length);
    }

    /** The hash number {@code place} of a tile. */
    static Hash inTile(byte[] tile, int place) {
        return at(tile, place * LENGTH, LENGTH);
    }

    private static Hash at(byte[] from, int start, int length) {
        if (length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + length);
        }
        return new Hash(Arrays.copyOfRange(from, start, start + LENGTH));
    }

    /** SHA-256(0x00, entry). */
    public static Hash leaf(byte[] entry) {
        return leaf(Digest.sha256(), entry);
    }

    /** SHA-256(0x01, left, right). */
    public static Hash node(Hash left, Hash right) {
        return node(Digest.sha256(), left, right);
    }

    static Hash leaf(MessageDigest sha, byte[] entry) {
        sha.update(LEAF);
        return new Hash(sha.digest(entry));
    }

    static Hash node(MessageDigest sha, Hash left, Hash right) {
        sha.update(NODE);
        sha.update(left.value);
        return new Hash(sha.digest(right.value));
    }

    public byte[] bytes() {
        return value.clone();
    }

    void into(byte[] tile, int place) {
        System.arraycopy(value, 0, tile, place * LENGTH, LENGTH);
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
