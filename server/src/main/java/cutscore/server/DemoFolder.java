package cutscore.server;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of a demonstration; one program at a time, and nothing in it is believed unfinished.
 */
final class DemoFolder implements AutoCloseable {
    private static final String MARK = "demo.json";
    private static final String LOCK = "demo.lock";
    private static final List<String> OURS =
            List.of(MARK, LOCK, "postgresql", "keys", "ledger", "evidence", "roster.csv");

    private final Path folder;
    private final FileChannel lock;

    private DemoFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * @throws Unreadable when another demonstration runs on it, or it holds what is not ours
     */
    static DemoFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        requireOurs(folder);
        var lock =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(lock)) {
            lock.close();
            throw refusal(
                    "另一个演示正在用这个目录：" + folder + "；请先停止它",
                    "another demonstration uses this folder: " + folder + "; stop it first");
        }
        return new DemoFolder(folder, lock);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The mark of a complete demonstration of just this; empty when there is none. */
    Optional<DemoMark> mark(DemoMark.Wanted wanted) throws IOException {
        var file = file(MARK);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var json = Json.parseObject(Files.readString(file));
            boolean same =
                    json.object("wanted").canonical().equals(wanted.json(migrations()).canonical());
            return same ? Optional.of(DemoMark.read(json.object("mark"))) : Optional.empty();
        } catch (JsonFault | DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Written last and at once: from now on these data are complete. */
    void keep(DemoMark.Wanted wanted, DemoMark mark) throws IOException {
        var json =
                Json.object()
                        .put("wanted", wanted.json(migrations()))
                        .put("mark", mark.json())
                        .build();
        var draft = file(MARK + ".part");
        Files.writeString(draft, json.pretty());
        Files.move(draft, file(MARK), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Throws the last demonstration away; its mark first, so that no half of it is ever believed.
     */
    void clear() throws IOException {
        Files.deleteIfExists(file(MARK));
        for (String name : OURS) {
            if (!name.equals(LOCK)) {
                FileSystemUtils.deleteRecursively(file(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** What the tables look like in this build: kept data of another build are made again. */
    private static String migrations() throws IOException {
        var found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/**/*.sql");
        var digests = new ArrayList<String>();
        for (var script : found) {
            digests.add(script.getFilename() + " " + Digest.hex(script.getContentAsByteArray()));
        }
        digests.sort(null);
        return Digest.hex(String.join("\n", digests).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireOurs(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            var strange =
                    entries.map(entry -> String.valueOf(entry.getFileName()))
                            .filter(name -> !OURS.contains(name) && !name.endsWith(".part"))
                            .findFirst();
            if (strange.isPresent()) {
                throw refusal(
                        "目录里有不属于演示的文件，不会动它：" + folder.resolve(strange.get()),
                        "the folder holds what is not a demonstration's, and is left alone: "
                                + folder.resolve(strange.get()));
            }
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    private static Unreadable refusal(String zh, String en) {
        var mend = new Words("用 --data 换一个目录", "choose another folder with --data");
        return new Unreadable(Fault.of("DEMO_FOLDER", new Words(zh, en), mend));
    }
}
