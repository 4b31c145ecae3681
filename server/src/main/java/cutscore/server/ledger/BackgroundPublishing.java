package cutscore.server.ledger;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Publishes what is new every second. What fails is logged once and tried again. */
final class BackgroundPublishing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPublishing.class);

    private final Ledger ledger;
    private final boolean wanted;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;
    private String trouble = "";

    BackgroundPublishing(Ledger ledger, boolean wanted) {
        this.ledger = ledger;
        this.wanted = wanted;
    }

    @Override
    public synchronized void start() {
        if (wanted && thread == null) {
            thread = Thread.ofVirtual().name("ledger-publishing").start(this::run);
        }
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!end.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            if (ledger.waiting() != 0 || ledger.published().isEmpty()) {
                ledger.publish();
            }
            if (!trouble.isEmpty()) {
                LOG.info("存证恢复公布 / the ledger is published again");
            }
            trouble = "";
        } catch (RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(trouble)) {
                LOG.error("存证未能公布，将重试 / the ledger was not published, trying again", e);
            }
            trouble = now;
        }
    }

    /** Lets a publication under way come to its end. */
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
