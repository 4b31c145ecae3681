package cutscore.kernel.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Threads that take one stretch of a file after the other, each with a sink of its own. What comes
 * out does not depend on who took which.
 */
final class Crew<S extends RowSink> {
    private final FastFile file;
    private final LongConsumer progress;
    private final Supplier<S> newSink;
    private final boolean fingerprinting;
    private final List<S> sinks = new ArrayList<>();
    private final List<Fingerprints> prints = new ArrayList<>();
    private final Stretch[] stretches;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Crew(FastFile file, Supplier<S> newSink, boolean fingerprinting, LongConsumer progress) {
        this.file = file;
        this.newSink = newSink;
        this.fingerprinting = fingerprinting;
        this.progress = progress;
        this.stretches = new Stretch[file.stretches()];
    }

    /**
     * Reads the whole file.
     *
     * @param threads this one included
     * @param beside other work on the same threads; it is begun first
     * @throws GiveUp when some line asks for the strict reader
     */
    void work(int threads, List<Runnable> beside) throws GiveUp {
        Queue<Runnable> first = new ConcurrentLinkedQueue<>(beside);
        List<Thread> others = new ArrayList<>();
        int useful = Math.min(threads, stretches.length + beside.size());
        for (int i = 1; i < useful; i++) {
            others.add(Thread.ofPlatform().daemon().start(task(first)));
        }
        task(first).run();
        for (Thread other : others) {
            join(other);
        }
        switch (failure.get()) {
            case null -> {}
            case GiveUp giveUp -> throw giveUp;
            case Error error -> throw error;
            case Throwable unexpected -> throw new IllegalStateException(unexpected);
        }
    }

    private Runnable task(Queue<Runnable> first) {
        var prints =
                fingerprinting ? Optional.of(new Fingerprints()) : Optional.<Fingerprints>empty();
        S sink = newSink.get();
        sinks.add(sink);
        prints.ifPresent(this.prints::add);
        return () -> {
            try {
                for (var work = first.poll(); work != null; work = first.poll()) {
                    work.run();
                }
                takeStretches(file.new Reader(sink, prints));
            } catch (GiveUp | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
    }

    private void takeStretches(FastFile.Reader reader) throws GiveUp {
        for (int i = next.getAndIncrement(); i < stretches.length; i = next.getAndIncrement()) {
            if (failure.get() != null) {
                return;
            }
            stretches[i] = reader.read(i);
            progress.accept(file.bytesOf(i));
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    List<Stretch> stretches() {
        return Arrays.asList(stretches);
    }

    List<S> sinks() {
        return sinks;
    }

    List<Fingerprints> prints() {
        return prints;
    }
}
