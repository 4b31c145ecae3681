package cutscore.kernel.id;

import java.util.UUID;

/**
 * Where ids, salts and numbers come from. It is handed in through constructors, so that a whole
 * exam session replays to the same ledger root from a seed.
 */
public interface Entropy {

    /** So many unpredictable bytes; the same sequence again when it was made from a seed. */
    byte[] bytes(int count);

    /** A fresh version-4 id. */
    default UUID id() {
        byte[] raw = bytes(16);
        raw[6] = (byte) ((raw[6] & 0x0f) | 0x40);
        raw[8] = (byte) ((raw[8] & 0x3f) | 0x80);
        var buffer = java.nio.ByteBuffer.wrap(raw);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
