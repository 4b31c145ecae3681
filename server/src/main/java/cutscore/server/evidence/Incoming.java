package cutscore.server.evidence;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Gcm;
import cutscore.server.evidence.UploadTable.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * What has come of files on their way: one growing file each, every piece sealed and bound to its
 * upload and place. Bytes behind those that the row acknowledges are of a write that was cut, and
 * are written over.
 */
final class Incoming {
    private static final int HEAD = 4 + Gcm.NONCE;

    private final Path folder;
    private final Entropy entropy;

    Incoming(Path folder, Entropy entropy) {
        this.folder = folder;
        this.entropy = entropy;
    }

    /**
     * Writes a piece behind what is there, down to the disk.
     *
     * @return how many bytes of the file count from now on
     */
    long append(Upload upload, byte[] piece) {
        byte[] nonce = entropy.bytes(Gcm.NONCE);
        byte[] sealed =
                upload.cipher()
                        .work()
                        .seal(upload.key(), nonce, bound(upload, upload.received()), piece);
        byte[] framed =
                ByteBuffer.allocate(HEAD + sealed.length)
                        .putInt(sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array();
        try (var out =
                FileChannel.open(
                        path(upload.id()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(upload.onDisk());
            out.position(upload.onDisk());
            Disk.write(out, framed);
            out.force(true);
            if (upload.onDisk() == 0) {
                Disk.force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return upload.onDisk() + framed.length;
    }

    /**
     * The whole file.
     *
     * @throws IllegalStateException when a piece was changed, moved or lost
     */
    byte[] read(Upload upload) {
        var out = new ByteArrayOutputStream((int) upload.size());
        try {
            byte[] framed = Files.readAllBytes(path(upload.id()));
            int length = (int) Math.min(framed.length, upload.onDisk());
            var in = new DataInputStream(new ByteArrayInputStream(framed, 0, length));
            while (in.available() > 0) {
                int piece = in.readInt();
                byte[] nonce = in.readNBytes(Gcm.NONCE);
                byte[] sealed = in.readNBytes(piece);
                byte[] bound = bound(upload, out.size());
                out.writeBytes(upload.cipher().work().open(upload.key(), nonce, bound, sealed, 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() != upload.size()) {
            throw new IllegalStateException("an upload has lost pieces");
        }
        return out.toByteArray();
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    Path folder() {
        return folder;
    }

    private static byte[] bound(Upload upload, long offset) {
        return ByteBuffer.allocate(24)
                .putLong(upload.id().getMostSignificantBits())
                .putLong(upload.id().getLeastSignificantBits())
                .putLong(offset)
                .array();
    }
}
