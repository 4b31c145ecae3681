package cutscore.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the program that started it (a killed JVM leaves one). The next start
 * on the same port would adopt it in silence; it is told to stop instead. We hold the folder's lock
 * here, so whoever still serves these files has no master.
 */
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    static void stopIfAny(Path cluster) throws IOException {
        var found = find(cluster);
        if (found.isEmpty()) {
            return;
        }
        var process = found.get();
        LOG.warn("停止上次遗留的 PostgreSQL / stopping an orphan PostgreSQL, pid {}", process.pid());
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "遗留的 PostgreSQL 不肯停止 / an orphan PostgreSQL does not stop, pid "
                            + process.pid(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an orphan stops", e);
        }
    }

    /**
     * The live server of these files, if there is one: by its pid file and its own command line.
     */
    private static Optional<ProcessHandle> find(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (!first.matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first))
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().command().orElse("").contains("postgres"));
    }
}
