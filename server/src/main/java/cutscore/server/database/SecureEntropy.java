package cutscore.server.database;

import cutscore.kernel.id.Entropy;
import java.security.SecureRandom;

/** Entropy of the operating system. */
final class SecureEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] out = new byte[count];
        random.nextBytes(out);
        return out;
    }
}
