package cutscore.server.evidence;

import cutscore.server.evidence.parser.Verdict;
import cutscore.server.evidence.parser.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One examining process, for one file. */
record Examiner(Process process, ParserHome home, Path work) implements AutoCloseable {

    static Examiner start(ParserHome home, Confinement confinement, Path hidden)
            throws IOException {
        var work = home.work();
        var command = confinement.around(home.parser(work), hidden, work);
        return new Examiner(Confinement.start(command, work), home, work);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code TOO_HARD} when the process died, or was killed because its time was over. */
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
        home.done(work);
    }
}
