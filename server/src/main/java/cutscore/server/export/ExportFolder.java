package cutscore.server.export;

import cutscore.server.database.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the files lie for their day: readable by the server's own account alone. */
@Component
final class ExportFolder {
    private final Path folder;

    ExportFolder(Settings settings) {
        this.folder = settings.folder().resolve("exports");
    }

    /** An empty file to write to; another worker's of the same job has another name. */
    Path draft(UUID job, int epoch) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var draft = folder.resolve(job + "-" + epoch + ".part");
        Files.deleteIfExists(draft);
        return Files.createFile(draft);
    }

    void keep(Path draft, ExportJob job) throws IOException {
        Files.move(draft, path(job), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @throws NoSuchElementException when it is gone
     */
    Path found(ExportJob job) {
        var file = path(job);
        if (!Files.isReadable(file)) {
            throw new NoSuchElementException("the file is gone");
        }
        return file;
    }

    void remove(ExportJob job) {
        remove(path(job));
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(ExportJob job) {
        return folder.resolve(job.id() + "." + job.format().ending());
    }
}
