package cutscore.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file wholly or not at all: beside its place first, then moved there in one step. */
final class OutputFile {
    private OutputFile() {}

    /** What is to be written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    /**
     * @throws cutscore.kernel.Unreadable when there is no such folder, or a folder of that name
     */
    static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.writeTo(out);
            }
            return;
        }
        Path folder = folderOf(target);
        Path beside = Files.createTempFile(folder, ".cutscore-", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                content.writeTo(out);
            }
            readableByOthers(beside);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * @throws cutscore.kernel.Unreadable when nothing can be written there
     */
    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw InputFile.refused(
                    target,
                    "OUT_NO_FOLDER",
                    "没有这个文件夹",
                    "there is no such folder",
                    "先建文件夹",
                    "make the folder first");
        }
        if (Files.isDirectory(target)) {
            throw InputFile.refused(
                    target,
                    "OUT_IS_FOLDER",
                    "这是文件夹",
                    "this is a folder",
                    "写上文件名",
                    "name a file in it");
        }
        return folder;
    }

    /**
     * A temporary file is made for its owner alone; a result is for whoever may read the folder.
     */
    private static void readableByOthers(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
