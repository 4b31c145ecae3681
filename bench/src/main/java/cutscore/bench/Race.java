package cutscore.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Contenders in turns, A, B, C, A, B, C …, so that a noisy minute disturbs them all alike. */
final class Race {
    private static final long MOST_WARM_UP_NANOS = 2_000_000_000;
    private static final long WARM_UP_NANOS_PER_EXAMINEE = 50_000;

    private final int rounds;
    private final long warmUpNanos;
    private final Consumer<String> talk;

    /**
     * @param rounds measured, after a warm-up of at least two runs inside this process
     * @param size how many examinees; smaller sizes are warmed up for a shorter time
     */
    Race(int rounds, long size, Consumer<String> talk) {
        this.rounds = rounds;
        this.warmUpNanos = Math.min(MOST_WARM_UP_NANOS, size * WARM_UP_NANOS_PER_EXAMINEE);
        this.talk = talk;
    }

    /**
     * @param all ours first, with which the others are compared
     * @throws IllegalStateException when two contenders answer differently
     */
    List<Timing> run(List<Contender> all) throws IOException {
        List<Lane> lanes = new ArrayList<>();
        var agreed = new Agreement();
        for (Contender each : all) {
            lanes.add(new Lane(each, agreed, warmUpNanos));
        }
        for (int round = 0; round < rounds; round++) {
            for (Lane lane : lanes) {
                lane.turn();
            }
        }
        var ours = lanes.getFirst().costs;
        var timings = lanes.stream().map(l -> new Timing(l.who.name(), l.costs, ours)).toList();
        timings.forEach(t -> talk.accept("    " + t.line()));
        return timings;
    }

    /** One contender's turns. */
    private static final class Lane {
        private final Contender who;
        private final Consumer<String> answers;
        private final List<Cost> costs = new ArrayList<>();
        private final int times;

        Lane(Contender who, Agreement agreed, long warmUpNanos) throws IOException {
            this.who = who;
            this.answers = answer -> agreed.hold(who.name(), answer);
            this.times = warmUp(warmUpNanos);
        }

        private int warmUp(long nanos) throws IOException {
            var last = who.meter().measure(who.work(), 1, answers);
            if (who.meter() == Meter.CHILDREN) {
                return 1;
            }
            long spent = last.wallNanos();
            do {
                last = who.meter().measure(who.work(), 1, answers);
                spent += last.wallNanos();
            } while (spent < nanos);
            return who.meter().times(last);
        }

        void turn() throws IOException {
            costs.add(who.meter().measure(who.work(), times, answers).ofWhole(who.share()));
        }
    }

    /** The one answer that every run of every contender must give. */
    private static final class Agreement {
        private String by = "";
        private String answer = "";

        void hold(String name, String found) {
            if (found.isEmpty()) {
                return;
            }
            if (answer.isEmpty()) {
                by = name;
                answer = found;
            } else if (!answer.equals(found)) {
                throw new IllegalStateException(
                        "answers differ.\n" + by + ":\n" + answer + "\n" + name + ":\n" + found);
            }
        }
    }
}
