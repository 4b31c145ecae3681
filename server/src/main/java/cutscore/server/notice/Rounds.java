package cutscore.server.notice;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The post's round, every second: what happened, what is told to many, what is to be delivered. */
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Expansion expansion;
    private final Reminders reminders;
    private final Broadcasting broadcasting;
    private final Post post;
    private final boolean wanted;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;
    private String trouble = "";

    Rounds(
            Expansion expansion,
            Reminders reminders,
            Broadcasting broadcasting,
            Post post,
            boolean wanted) {
        this.expansion = expansion;
        this.reminders = reminders;
        this.broadcasting = broadcasting;
        this.post = post;
        this.wanted = wanted;
    }

    /** One round. */
    void run() {
        expansion.run();
        reminders.run();
        broadcasting.run();
        post.run();
    }

    @Override
    public synchronized void start() {
        if (wanted && thread == null) {
            thread = Thread.ofVirtual().name("notice-post").start(this::keepOn);
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
            run();
            trouble = "";
        } catch (RuntimeException e) {
            // Its message may quote a row; the kind of fault says enough, once.
            String now = e.getClass().getSimpleName();
            if (!now.equals(trouble)) {
                LOG.error("通知未能送出，将重试 / notices wait, trying again: {}", now);
            }
            trouble = now;
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        try {
            if (thread != null) {
                Objects.requireNonNull(thread).join();
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
