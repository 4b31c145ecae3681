package cutscore.server.declaration;

import cutscore.server.database.Arrivals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where forms come in. While few people wait each form is a transaction of its own; when many do,
 * those that wait are taken together, since the one thing they share, the ledger's head, is handed
 * on at a commit. Nobody is told anything before the commit his form went with.
 */
@Component
final class Intake {
    private static final int PLAIN_UP_TO = 8;
    private static final int TOGETHER = 512;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Acceptance acceptance;
    private final Arrivals arrivals;
    private final int plainUpTo;
    private final AtomicInteger inside = new AtomicInteger();
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean serving = new AtomicBoolean();

    @Autowired
    Intake(Acceptance acceptance, Arrivals arrivals) {
        this(acceptance, arrivals, PLAIN_UP_TO);
    }

    /**
     * @param plainUpTo how many may be inside for a form to be a transaction of its own
     */
    Intake(Acceptance acceptance, Arrivals arrivals, int plainUpTo) {
        this.acceptance = acceptance;
        this.arrivals = arrivals;
        this.plainUpTo = plainUpTo;
    }

    /** The same with another idea of how many are few: for measuring one against the other. */
    Intake plainUpTo(int people) {
        return new Intake(acceptance, arrivals, people);
    }

    Submission submit(DeclarationForm form) {
        var waiting = new Waiting(form, arrivals.current());
        try {
            if (inside.incrementAndGet() <= plainUpTo) {
                acceptance.serve(List.of(waiting));
            } else {
                queue.add(waiting);
                wake();
            }
            return waiting.await(LONGEST);
        } finally {
            inside.decrementAndGet();
        }
    }

    private void wake() {
        if (serving.compareAndSet(false, true)) {
            Thread.ofVirtual().name("intake").start(this::serve);
        }
    }

    private void serve() {
        try {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                acceptance.serve(batch);
            }
        } finally {
            serving.set(false);
        }
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        for (var one = queue.poll(); one != null; one = queue.poll()) {
            batch.add(one);
            if (batch.size() == TOGETHER) {
                break;
            }
        }
        return batch;
    }
}
