package cutscore.cli.ledger;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.merkle.Checkpoint;
import cutscore.kernel.merkle.LedgerSource;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A witness's own folder: {@code seed} (its secret), {@code name}, {@code key} (to be given to
 * others), and for each log the last checkpoint it saw. One process at a time holds it.
 */
final class WitnessFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Waits for another process that holds it. */
    static WitnessFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            // Held until the channel is closed.
            if (!lock.lock().isValid()) {
                throw new IOException("cannot lock " + folder);
            }
            return new WitnessFolder(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The witness that lives here; made when there is none yet and a name is given.
     *
     * @throws Unreadable when there is none and no name, or the name is another
     */
    NoteSigner signer(Optional<String> name, Entropy entropy) {
        var known = read("name").map(String::strip);
        if (known.isEmpty() && name.isEmpty()) {
            throw fault(
                    new Words("还没有见证人", "there is no witness yet"),
                    new Words("第一次用 --name 取名", "give it a name by --name the first time"));
        }
        if (known.isPresent() && name.isPresent() && !known.equals(name)) {
            throw fault(
                    new Words("这里的见证人叫 " + known.get(), "the witness here is named " + known.get()),
                    new Words("去掉 --name，或换一个目录", "leave out --name, or take another folder"));
        }
        String called = known.or(() -> name).orElseThrow();
        if (read("seed").isEmpty()) {
            write("seed", HexFormat.of().formatHex(entropy.bytes(32)) + "\n");
        }
        byte[] seed = HexFormat.of().parseHex(read("seed").orElseThrow().strip());
        var signer = NoteSigner.witness(called, seed);
        if (known.isEmpty()) {
            write("key", signer.key().text() + "\n");
            write("name", called + "\n");
        }
        return signer;
    }

    Optional<Checkpoint> latest(String origin) {
        return read(fileOf(origin)).map(Checkpoint::parse);
    }

    void remember(Checkpoint checkpoint) {
        write(fileOf(checkpoint.origin()), checkpoint.text());
    }

    /** An origin may hold any character; its digest is a name for every disk. */
    private static String fileOf(String origin) {
        return "seen-" + Digest.hex(origin).substring(0, 32);
    }

    private Optional<String> read(String file) {
        var path = folder.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) {
        try {
            var side = Files.createTempFile(folder, file, ".new");
            var view = Files.getFileAttributeView(side, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            try (var out = FileChannel.open(side, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(side, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Unreadable noCheckpoint(LedgerSource source) {
        return new Unreadable(
                Fault.of(
                                "NO_LEDGER",
                                new Words("这里没有检查点", "there is no checkpoint here"),
                                new Words("请给出存证目录或网址", "give the ledger's folder or address"))
                        .in(source.name()));
    }

    private Unreadable fault(Words what, Words mend) {
        return new Unreadable(Fault.of("WITNESS", what, mend).in(folder.toString()));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
