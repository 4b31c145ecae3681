package cutscore.server.cycle;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/**
 * Where a cycle writes. Everything goes into a folder beside the one asked for and is renamed at
 * the end, so that nobody ever sees half of it.
 */
public final class CycleFolder {
    private final Path target;
    private final Path draft;
    private boolean delivered;

    private CycleFolder(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /**
     * @throws Unreadable when the folder is there and not empty, or is no folder
     */
    public static CycleFolder claim(Path asked) throws IOException {
        var target = asked.toAbsolutePath().normalize();
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new Unreadable(
                    Fault.of(
                            "OUT_NOT_EMPTY",
                            new Words(
                                    "输出目录已存在且不为空：" + asked,
                                    "the output folder is there and not empty: " + asked),
                            new Words("换一个目录，或先清空它", "name another one, or empty it first")));
        }
        var parent = target.getParent();
        if (parent == null) {
            throw new IOException("no folder to write in: " + asked);
        }
        Files.createDirectories(parent);
        var draft =
                parent.resolve(
                        "." + target.getFileName() + ".part-" + ProcessHandle.current().pid());
        FileSystemUtils.deleteRecursively(draft);
        return new CycleFolder(target, Files.createDirectory(draft));
    }

    /** A file or folder in it, by its final relative name. */
    public Path file(String name) {
        return draft.resolve(name);
    }

    /** Everything is written: it gets its name in one step. */
    public void deliver() throws IOException {
        Files.deleteIfExists(target);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        delivered = true;
    }

    /** Leaves nothing behind, unless it was delivered. */
    public void abandon() {
        if (!delivered) {
            FileSystemUtils.deleteRecursively(draft.toFile());
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
