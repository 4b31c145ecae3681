package cutscore.server.campaign;

import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.Submission;
import cutscore.server.declaration.SubmissionTrials;
import cutscore.server.exam.DeclaredGround;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Submission by group commit against one transaction for each request: the same statements, the
 * same durability, in turns within one run.
 */
@Component
public class CommitRace {
    /** As many transactions at a time as the pool has connections to spare. */
    private static final int CONNECTIONS = 12;

    private final SubmissionTrials trials;
    private final AtomicInteger next = new AtomicInteger();

    CommitRace(SubmissionTrials trials) {
        this.trials = trials;
    }

    /**
     * One turn.
     *
     * @param way {@code alone} or {@code together}
     * @param answerMicros of every request, sorted
     * @param cpuNanos of this process; PostgreSQL's is not in it
     */
    public record Turn(
            int clients,
            String way,
            int declared,
            long wallNanos,
            long cpuNanos,
            List<Long> answerMicros) {

        /** Declarations acknowledged a second. */
        public long aSecond() {
            return declared * 1_000_000_000L / wallNanos;
        }

        public long micros(int percent) {
            return answerMicros.get((answerMicros.size() - 1) * percent / 100);
        }
    }

    /** Alone, together, alone, together …, after one turn of each that does not count. */
    public List<Turn> run(List<Integer> sizes, int rounds, int each, Consumer<Turn> told) {
        var turns = new ArrayList<Turn>();
        for (int clients : sizes) {
            both(clients, each);
            for (int round = 0; round < rounds; round++) {
                var counted = both(clients, each);
                turns.addAll(counted);
                counted.forEach(told);
            }
        }
        return turns;
    }

    private List<Turn> both(int clients, int each) {
        return List.of(turn(clients, "alone", each), turn(clients, "together", each));
    }

    private Turn turn(int clients, String way, int each) {
        boolean alone = way.equals("alone");
        var free = new Semaphore(alone ? CONNECTIONS : clients, true);
        var submit = alone ? trials.alone() : trials.asServed();
        int total = Math.max(each, clients * 4);
        var left = new AtomicInteger(total);
        var answers = java.util.Collections.synchronizedList(new ArrayList<Long>(total));
        long cpu = cpu();
        long begun = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> client(left, free, submit, answers)));
        }
        threads.forEach(CommitRace::join);
        long wall = System.nanoTime() - begun;
        if (answers.size() != total) {
            throw new IllegalStateException(answers.size() + " of " + total + " were accepted");
        }
        return new Turn(clients, way, total, wall, cpu() - cpu, answers.stream().sorted().toList());
    }

    private void client(
            AtomicInteger left,
            Semaphore free,
            Function<DeclarationForm, Submission> submit,
            List<Long> answers) {
        while (left.getAndDecrement() > 0) {
            var form = form(next.getAndIncrement());
            long begun = System.nanoTime();
            free.acquireUninterruptibly();
            try {
                if (submit.apply(form) instanceof Submission.Accepted) {
                    answers.add((System.nanoTime() - begun) / 1_000);
                }
            } finally {
                free.release();
            }
        }
    }

    private static DeclarationForm form(int person) {
        return DeclarationForm.of(
                Scenes.SESSION,
                Scenes.number(person),
                DeclaredGround.WORKS,
                Scenes.DAOFU,
                true,
                "bench-key-" + person);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
