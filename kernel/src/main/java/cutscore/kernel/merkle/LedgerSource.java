package cutscore.kernel.merkle;

import java.util.List;
import java.util.Optional;

/** Where a ledger's public files are read: a folder, a web address. */
public interface LedgerSource {

    /**
     * The file, whole, or empty when there is none.
     *
     * @param path with forward slashes, {@code checkpoint} or {@code tile/0/000}
     * @throws java.io.UncheckedIOException when it may be there but cannot be read
     */
    Optional<byte[]> read(String path);

    /** All paths under {@code tile/}, if this source can list them. */
    default Optional<List<String>> tilePaths() {
        return Optional.empty();
    }

    /** How a person calls this source. */
    String name();
}
