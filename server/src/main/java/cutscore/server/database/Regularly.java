package cutscore.server.database;

import cutscore.kernel.Words;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work done again and again while the server runs, in a thread of its own. What fails is said once
 * and tried again; at the end the work under way is waited for.
 */
public final class Regularly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Regularly.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Words trouble;
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean wanted = true;
    private @Nullable Thread thread;
    private String said = "";

    /**
     * @param name of the thread
     * @param pause between the end of one turn and the begin of the next
     * @param trouble what is said when a turn fails; the fault's kind follows, never its message,
     *     which may quote a row
     */
    public Regularly(String name, Duration pause, Runnable work, Words trouble) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.trouble = trouble;
    }

    /** Where it is not wanted it never begins: a played session takes its own steps. */
    public Regularly onlyIf(boolean isWanted) {
        this.wanted = isWanted;
        return this;
    }

    @Override
    public synchronized void start() {
        if (wanted && thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        try {
            do {
                turn();
            } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            work.run();
            if (!said.isEmpty()) {
                LOG.info("{} 恢复正常 / is well again", name);
            }
            said = "";
        } catch (RuntimeException e) {
            String now = e.getClass().getSimpleName();
            if (!now.equals(said)) {
                LOG.error("{} / {}: {}", trouble.zh(), trouble.en(), now);
            }
            said = now;
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        var running = thread;
        try {
            if (running != null) {
                running.join();
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
