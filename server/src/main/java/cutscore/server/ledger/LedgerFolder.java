package cutscore.server.ledger;

import cutscore.kernel.Unreadable;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.EntryBundle;
import cutscore.kernel.merkle.Hash;
import cutscore.kernel.merkle.LedgerFiles;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.merkle.TilePath;
import cutscore.kernel.merkle.TiledTree;
import cutscore.kernel.merkle.TreeFrontier;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the public files so that a power cut leaves each either absent or whole: into a side
 * folder, forced to the disk, then renamed. A tile that is there already is compared, never
 * replaced.
 */
final class LedgerFolder implements TiledTree.Sink {
    private static final String SIDE = ".writing";
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEY = "key";

    private final Path folder;
    private final LedgerSource files;
    private final Set<Path> touched = new HashSet<>();

    LedgerFolder(Path folder) {
        this.folder = folder;
        this.files = new LedgerFiles(folder);
    }

    Path path() {
        return folder;
    }

    LedgerSource files() {
        return files;
    }

    @Override
    public void put(TilePath path, byte[] content) {
        var known = files.read(path.text());
        if (known.isEmpty()) {
            write(path.text(), content);
        } else if (!Arrays.equals(known.get(), content)) {
            throw Disagreement.file(path.text());
        }
    }

    /** Replaces the file at once, or leaves it as it was. */
    void write(String path, byte[] content) {
        var target = folder.resolve(path);
        try {
            var parent = java.util.Objects.requireNonNull(target.getParent());
            Files.createDirectories(parent);
            Files.createDirectories(folder.resolve(SIDE));
            var side = Files.createTempFile(folder.resolve(SIDE), "file", null);
            try (var out = FileChannel.open(side, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            PublicFile.read(side);
            Files.move(side, target, StandardCopyOption.ATOMIC_MOVE);
            touched.add(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces the names of the files written since the last call to the disk. */
    void forceNames() {
        for (Path changed : touched) {
            for (var at = changed; at != null && at.startsWith(folder); at = at.getParent()) {
                forceFolder(at);
            }
        }
        touched.clear();
    }

    private static void forceFolder(Path folder) {
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException e) {
            // Windows opens no folder; there the rename is as durable as it gets.
        }
    }

    /**
     * Hashes the bundles on disk from where the tree stood to a new size.
     *
     * @return the root that they give
     */
    Hash readBack(TreeFrontier tree, long size) {
        while (tree.size() < size) {
            long index = tree.size() / TilePath.FULL;
            var path = TilePath.of(TilePath.ENTRIES, index, size).orElseThrow();
            var entries =
                    files.read(path.text())
                            .flatMap(EntryBundle::read)
                            .filter(found -> found.size() == path.width())
                            .orElseThrow(() -> Disagreement.file(path.text()));
            int first = (int) (tree.size() % TilePath.FULL);
            entries.subList(first, path.width()).forEach(entry -> tree.append(entry.leaf()));
        }
        return tree.root();
    }

    /**
     * What was published here last.
     *
     * @throws LedgerRefused when it is not ours
     */
    Optional<Checkpoint> exposed(VerifierKey key) {
        var file = files.read(CHECKPOINT);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var note = SignedNote.parse(new String(file.get(), StandardCharsets.UTF_8));
            var checkpoint = Checkpoint.parse(note.text());
            if (note.isSignedBy(key) && checkpoint.origin().equals(key.name())) {
                return Optional.of(checkpoint);
            }
        } catch (Unreadable e) {
            throw Disagreement.foreign(CHECKPOINT);
        }
        throw Disagreement.foreign(CHECKPOINT);
    }

    /** Shows a checkpoint to the world, unless it, or a later one, is shown already. */
    void expose(String note, VerifierKey key) {
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        long before = exposed(key).map(Checkpoint::size).orElse(-1L);
        if (before >= size) {
            return;
        }
        write(KEY, (key.text() + "\n").getBytes(StandardCharsets.UTF_8));
        write(CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
        forceNames();
        dropParts(Math.max(0, before), size);
    }

    /** Takes away the parts of tiles that became full between two sizes. */
    void dropParts(long before, long now) {
        for (int level = TilePath.ENTRIES; level <= 7; level++) {
            int height = 8 * Math.max(0, level);
            long index = (before >> height) / TilePath.FULL;
            if ((before >> height) % TilePath.FULL > 0 && index < (now >> height) / TilePath.FULL) {
                drop(folder.resolve(new TilePath(level, index, TilePath.FULL).text() + ".p"));
            }
        }
    }

    private static void drop(Path parts) {
        if (!Files.isDirectory(parts)) {
            return;
        }
        try (var files = Files.list(parts)) {
            for (Path part : files.toList()) {
                Files.delete(part);
            }
            Files.delete(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
