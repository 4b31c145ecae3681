package cutscore.server.evidence;

import cutscore.server.database.Gcm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * Files on the disk, each in chunks of 64 KiB sealed under its own key. Every chunk is bound to the
 * file's id, its own number and whether it is the last: a file does not open under another name,
 * nor with chunks left out, swapped or cut off. The key serves one file once, so a chunk's number
 * is its nonce.
 */
final class SealedFolder {
    static final int CHUNK = 1 << 16;

    private final Path folder;

    SealedFolder(Path folder) {
        this.folder = folder;
    }

    /** On the disk for good when this returns: temporary name, fsync, rename, fsync. */
    void write(UUID id, Gcm cipher, byte[] key, byte[] plain) {
        var target = path(id);
        try {
            var parent = Objects.requireNonNull(target.getParent());
            Files.createDirectories(parent);
            var draft = parent.resolve(id + ".part");
            try (var out =
                    FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                seal(id, cipher, key, plain, out);
                out.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void seal(UUID id, Gcm cipher, byte[] key, byte[] plain, FileChannel out)
            throws IOException {
        var work = cipher.work();
        int chunk = 0;
        int at = 0;
        do {
            int end = Math.min(plain.length, at + CHUNK);
            boolean last = end == plain.length;
            byte[] text = Arrays.copyOfRange(plain, at, end);
            Disk.write(out, work.seal(key, nonce(chunk), bound(id, chunk, last), text));
            at = end;
            chunk++;
        } while (at < plain.length);
    }

    /**
     * @throws IllegalStateException when it was changed, or is another file
     */
    byte[] read(UUID id, Gcm cipher, byte[] key) {
        try {
            byte[] sealed = Files.readAllBytes(path(id));
            var work = cipher.work();
            var out = new ByteArrayOutputStream(sealed.length);
            int chunk = 0;
            int at = 0;
            do {
                int end = Math.min(sealed.length, at + CHUNK + Gcm.TAG);
                boolean last = end == sealed.length;
                byte[] text = Arrays.copyOfRange(sealed, at, end);
                out.writeBytes(work.open(key, nonce(chunk), bound(id, chunk, last), text, 0));
                at = end;
                chunk++;
            } while (at < sealed.length);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(UUID id) {
        String name = id.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private static byte[] nonce(int chunk) {
        return ByteBuffer.allocate(Gcm.NONCE).putInt(Gcm.NONCE - 4, chunk).array();
    }

    private static byte[] bound(UUID id, int chunk, boolean last) {
        return ByteBuffer.allocate(21)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(chunk)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
