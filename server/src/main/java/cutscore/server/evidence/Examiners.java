package cutscore.server.evidence;

import cutscore.server.evidence.parser.ParserMain;
import cutscore.server.evidence.parser.Verdict;
import cutscore.server.evidence.parser.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Hands each file to a process of its own, two at a time, and kills it when its time is over. The
 * next process is started while the last file is examined, so that nobody waits for a JVM.
 */
final class Examiners implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AtomicReference<@Nullable Examiner> spare = new AtomicReference<>();
    private final AtomicReference<@Nullable ParserHome> home = new AtomicReference<>();

    Examiners(Duration patience) {
        this.patience = patience;
    }

    /** Has a process ready; asked for when a file is on its way. */
    void warm() {
        if (spare.get() == null) {
            keep(start());
        }
    }

    /** What the process says of a file; {@code TOO_HARD} when it was killed or died. */
    Wire.Answer examine(byte[] sent) {
        places.acquireUninterruptibly();
        try {
            var ready = spare.getAndSet(null);
            try (var examiner = ready == null || !ready.isAlive() ? start() : ready) {
                Thread.ofVirtual().start(this::warm);
                return examiner.examine(sent, patience);
            }
        } finally {
            places.release();
        }
    }

    private void keep(Examiner examiner) {
        if (!spare.compareAndSet(null, examiner)) {
            examiner.close();
        }
    }

    private Examiner start() {
        try {
            return Examiner.start(home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized ParserHome home() throws IOException {
        if (home.get() == null) {
            home.set(ParserHome.make());
        }
        return Objects.requireNonNull(home.get());
    }

    @Override
    public void close() {
        var left = spare.getAndSet(null);
        if (left != null) {
            left.close();
        }
        var made = home.getAndSet(null);
        if (made != null) {
            made.close();
        }
    }

    /** One process, for one file. */
    record Examiner(Process process, Path folder) implements AutoCloseable {

        static Examiner start(ParserHome home) throws IOException {
            var folder = Files.createTempDirectory(home.folder(), "work");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:-UsePerfData",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Djava.awt.headless=true",
                            "-Djava.io.tmpdir=" + folder,
                            "-Dpdfbox.fontcache=" + home.folder(),
                            "-cp",
                            home.classPath(),
                            ParserMain.class.getName()));
            var builder = new ProcessBuilder(command);
            builder.directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            return new Examiner(builder.start(), folder);
        }

        boolean isAlive() {
            return process.isAlive();
        }

        Wire.Answer examine(byte[] sent, Duration patience) {
            var killer = Thread.ofVirtual().start(() -> killAfter(patience));
            try {
                Wire.send(process.getOutputStream(), sent);
                return Wire.read(process.getInputStream());
            } catch (IOException died) {
                return Wire.Answer.of(Verdict.TOO_HARD);
            } finally {
                killer.interrupt();
            }
        }

        private void killAfter(Duration patience) {
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
