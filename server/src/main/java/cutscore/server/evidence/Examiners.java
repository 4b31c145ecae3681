package cutscore.server.evidence;

import cutscore.server.evidence.parser.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands each file to a process of its own, two at a time, and kills it when its time is over. The
 * next process is started while the last file is examined, so that nobody waits for a JVM.
 */
final class Examiners implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final Path hidden;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AtomicReference<@Nullable Examiner> spare = new AtomicReference<>();
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();

    Examiners(Path hidden, Duration patience) {
        this.hidden = hidden;
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
            var at = place();
            return Examiner.start(at.home(), at.confinement(), hidden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the processes come from, and what holds them. */
    private record Place(ParserHome home, Confinement confinement) {}

    private synchronized Place place() throws IOException {
        var known = place.get();
        if (known != null) {
            return known;
        }
        var home = ParserHome.make();
        var made = new Place(home, Confinement.strongest(home, hidden));
        place.set(made);
        return made;
    }

    @Override
    public void close() {
        var left = spare.getAndSet(null);
        if (left != null) {
            left.close();
        }
        var made = place.getAndSet(null);
        if (made != null) {
            made.home().close();
        }
    }
}
