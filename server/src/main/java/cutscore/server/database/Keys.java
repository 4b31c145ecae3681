package cutscore.server.database;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SeededEntropy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Secrets of 32 bytes, one per purpose, kept outside the database. Other keys (Ed25519, P-256) are
 * made from them, so that a seed replays a whole exam session.
 */
public final class Keys {
    private final Function<String, byte[]> source;

    private Keys(Function<String, byte[]> source) {
        this.source = source;
    }

    /** Keys in files that only their owner can read; made when first asked for. */
    static Keys inFolder(Path folder, Entropy entropy) {
        return new Keys(purpose -> readOrMake(folder, purpose, entropy));
    }

    /** Keys that follow from a seed: for {@code demo}, {@code cycle} and tests only. */
    public static Keys fromSeed(long seed) {
        return new Keys(purpose -> new SeededEntropy("key " + purpose, seed).bytes(32));
    }

    /**
     * The secret for a purpose, always the same 32 bytes.
     *
     * @param purpose lower-case letters and hyphens, {@code ledger}, {@code certificate-ca}
     */
    public synchronized byte[] secret(String purpose) {
        if (!purpose.matches("[a-z][a-z-]{1,40}")) {
            throw new IllegalArgumentException("not a purpose: " + purpose);
        }
        return source.apply(purpose);
    }

    private static byte[] readOrMake(Path folder, String purpose, Entropy entropy) {
        var file = folder.resolve(purpose + ".key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                OwnerOnly.write(file, HexFormat.of().formatHex(entropy.bytes(32)));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
