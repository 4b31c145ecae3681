package cutscore.kernel.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Entropy from a seed: SHA-256 over label, seed and a running number. For replays, demonstrations
 * and tests only; a production server draws from the operating system.
 */
public final class SeededEntropy implements Entropy {
    private final byte[] label;
    private final long seed;
    private long block;

    /**
     * @param label keeps streams of one seed apart, for instance {@code "salts"}
     * @param seed the number the whole replay starts from
     */
    public SeededEntropy(String label, long seed) {
        this.label = label.getBytes(StandardCharsets.UTF_8);
        this.seed = seed;
    }

    @Override
    public synchronized byte[] bytes(int count) {
        byte[] out = new byte[count];
        for (int at = 0; at < count; at += 32) {
            byte[] next = nextBlock();
            System.arraycopy(next, 0, out, at, Math.min(32, count - at));
        }
        return out;
    }

    private byte[] nextBlock() {
        var counter = ByteBuffer.allocate(16).putLong(seed).putLong(block++).array();
        var sha = sha256();
        sha.update(label);
        sha.update((byte) 0);
        return sha.digest(counter);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
