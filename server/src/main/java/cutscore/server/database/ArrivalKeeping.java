package cutscore.server.database;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads every second how far the business clock stands from the monotonic one. Where it cannot, the
 * last reading grows old and the database is asked at each decision instead.
 */
final class ArrivalKeeping implements SmartLifecycle {
    private final Arrivals arrivals;
    private final boolean wanted;
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * @param wanted false where the business clock is scripted and has no pace
     */
    ArrivalKeeping(Arrivals arrivals, boolean wanted) {
        this.arrivals = arrivals;
        this.wanted = wanted;
    }

    @Override
    public synchronized void start() {
        if (wanted && thread == null) {
            thread = Thread.ofVirtual().name("arrival-keeping").start(this::run);
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
            Share.<RuntimeException, RuntimeException>within(Share.CLOCK, arrivals::keep);
        } catch (RuntimeException unreachable) {
            // Who submits finds out the same and is told; the reading here only grows old.
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive() && end.getCount() > 0;
    }
}
