package cutscore.server.admission;

import cutscore.server.web.Place;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One kind of work, so many at once. While nobody waits whoever comes goes in; when the room is
 * full everybody gets a number, and numbers are called as fast as work gets done.
 */
final class Lane extends Place {
    /** How long a request may stand in the door before it is sent to wait. */
    private static final long PATIENCE_MILLIS = 100;

    private static final long NANOS = 1_000_000_000L;

    private final String name;
    private final int room;
    private final Semaphore free;
    private final LongSupplier monotonic;
    private long issued;
    private long called;
    private long done;
    private long doneBefore;
    private long lookedAt;
    private long pace;

    /**
     * @param room how many may be in work at once
     * @param monotonic nanoseconds
     */
    Lane(String name, int room, LongSupplier monotonic) {
        this.name = name;
        this.room = room;
        this.free = new Semaphore(room, true);
        this.monotonic = monotonic;
        this.lookedAt = monotonic.getAsLong();
        this.pace = room;
    }

    String name() {
        return name;
    }

    /**
     * Goes in, or does not. Who went in must {@link #finish}.
     *
     * @param number the number held, or 0
     */
    boolean enter(long number) throws InterruptedException {
        return mayTry(number) && free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized boolean mayTry(long number) {
        call();
        return number == 0 ? called >= issued : number <= called;
    }

    /** Whether nobody more could go in now, or somebody stands before the door. */
    synchronized boolean isCrowded() {
        call();
        return called < issued || free.availablePermits() == 0;
    }

    /** What was done is done; the place is free. */
    synchronized void finish() {
        done++;
        leave();
    }

    @Override
    protected void leave() {
        free.release();
    }

    @Override
    protected void retake() {
        free.acquireUninterruptibly();
    }

    /** A number for somebody who found the room full. */
    synchronized long draw() {
        call();
        return ++issued;
    }

    /** How many stand before that number; 0 when it is called. */
    synchronized long before(long number) {
        call();
        return Math.max(0, number - called);
    }

    /** About how long that number will wait, in seconds, at the pace of late; at least one. */
    synchronized long seconds(long number) {
        return 1 + before(number) / Math.max(1, pace);
    }

    /**
     * Calls numbers: each second as many as were done in the second before and a few more, since
     * some of those called have left; all of them once the room stands half empty.
     */
    private void call() {
        long now = monotonic.getAsLong();
        long passed = now - lookedAt;
        if (passed >= NANOS / 10) {
            pace = Math.max(1 + room / 4, (pace + (done - doneBefore) * NANOS / passed) / 2);
            called = Math.min(issued, called + Math.max(1, pace * 5 / 4 * passed / NANOS));
            doneBefore = done;
            lookedAt = now;
        }
        if (free.availablePermits() > room / 2) {
            called = Math.min(issued, called + 1 + room / 4);
        }
    }
}
