package cutscore.kernel.merkle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public files of a ledger in a folder. It reads; it never writes. */
public final class LedgerFiles implements LedgerSource {
    /** No lawful file is longer: 256 entries of the largest size. */
    private static final long LONGEST = (2L + LedgerEntry.LONGEST) * TilePath.FULL;

    private final Path folder;

    public LedgerFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(String path) {
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new UncheckedIOException(new IOException("too long for a ledger: " + file));
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<List<String>> tilePaths() {
        var tiles = folder.resolve("tile");
        if (!Files.isDirectory(tiles)) {
            return Optional.of(List.of());
        }
        try (Stream<Path> files = Files.walk(tiles)) {
            return Optional.of(
                    files.filter(p -> !Files.isDirectory(p)).map(this::path).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String name() {
        return folder.toString();
    }
}
