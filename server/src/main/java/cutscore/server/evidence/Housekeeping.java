package cutscore.server.evidence;

import cutscore.server.evidence.UploadTable.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with what a stopped server left half examined, gives up uploads that nobody touched for
 * three days, and clears files away that no row knows. What a row knows is never touched here.
 */
@Component
class Housekeeping implements SmartLifecycle {
    /** An upload that was not touched for so long is given up. */
    static final Duration GIVEN_UP = Duration.ofDays(3);

    /** A file without a row may be one that is just being stored; not after so long. */
    private static final Duration SETTLED = Duration.ofHours(1);

    /** What else lies there, lost+found or what a desktop leaves, is nobody's to judge here. */
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|.*\\.part");

    private static final Pattern DRAWER = Pattern.compile("[0-9a-f]{2}");

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final UploadTable uploads;
    private final FileTable files;
    private final SealedFolder folder;
    private final Incoming incoming;
    private final Examination examination;
    private final InstantSource clock;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;

    Housekeeping(
            UploadTable uploads,
            FileTable files,
            SealedFolder folder,
            Incoming incoming,
            Examination examination,
            InstantSource clock) {
        this.uploads = uploads;
        this.files = files;
        this.folder = folder;
        this.incoming = incoming;
        this.examination = examination;
        this.clock = clock;
    }

    /** One round. */
    void tidy() {
        for (UUID id : uploads.examining()) {
            var _ = examination.begin(id);
        }
        var now = clock.instant();
        for (UUID id : uploads.untouchedSince(now.minus(GIVEN_UP))) {
            uploads.end(id, Stage.ABANDONED, null, null, now);
            incoming.remove(id);
        }
        sweep(incoming.folder(), uploads::onTheirWay);
        for (Path drawer : entries(folder.path())) {
            if (DRAWER.matcher(name(drawer)).matches() && Files.isDirectory(drawer)) {
                sweep(drawer, files::kept);
            }
        }
    }

    /** Which of these ids a row still knows. */
    private interface Known {
        Set<UUID> of(Set<UUID> ids);
    }

    private static void sweep(Path drawer, Known known) {
        var old =
                entries(drawer).stream()
                        .filter(file -> OURS.matcher(name(file)).matches())
                        .filter(settled(drawer))
                        .toList();
        var ids =
                old.stream()
                        .map(Housekeeping::name)
                        .filter(name -> !name.endsWith(".part"))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
        var kept = ids.isEmpty() ? Set.<UUID>of() : known.of(ids);
        for (Path file : old) {
            String name = name(file);
            if (name.endsWith(".part") || !kept.contains(UUID.fromString(name))) {
                remove(file);
            }
        }
    }

    /** By the disk's own clock: a file that is made now says what time it is there. */
    private static Predicate<Path> settled(Path drawer) {
        try {
            var mark = Files.createTempFile(drawer, "now", ".part");
            var now = Files.getLastModifiedTime(mark).toInstant();
            Files.delete(mark);
            var before = FileTime.from(now.minus(SETTLED));
            return file -> modified(file).compareTo(before) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("evidence-housekeeping").start(this::run);
        }
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!end.await(10, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            tidy();
        } catch (RuntimeException e) {
            LOG.error("材料目录没有整理完，将重试 / the evidence folder was not tidied, trying again", e);
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
