package cutscore.server.declaration;

import cutscore.server.database.Settings;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Records held decisions when their seconds are over. What is held lies in the database, so a
 * restart loses none; several nodes share the work.
 */
@Component
final class HeldRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HeldRounds.class);

    private final HeldDecisions decisions;
    private final boolean wanted;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;
    private String trouble = "";

    HeldRounds(HeldDecisions decisions, Settings settings) {
        this.decisions = decisions;
        // A played session and a test take their own steps at their own time.
        this.wanted =
                !settings.environment().equals("cycle") && !settings.environment().equals("test");
    }

    @Override
    public synchronized void start() {
        if (wanted && thread == null) {
            thread = Thread.ofVirtual().name("held-decisions").start(this::keepOn);
        }
    }

    private void keepOn() {
        try {
            while (!end.await(1, TimeUnit.SECONDS)) {
                attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            decisions.recordDue();
            trouble = "";
        } catch (RuntimeException e) {
            // Its message may quote a row; the kind of fault says enough, once.
            String now = e.getClass().getSimpleName();
            if (!now.equals(trouble)) {
                LOG.error("审核结论未能记录，将重试 / held decisions were not recorded, trying again: {}", now);
            }
            trouble = now;
        }
    }

    /** Lets a decision on its way come to its end. */
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
