package cutscore.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Contenders in turns, A, B, C, A, B, C …, so that a noisy minute disturbs them all alike. */
final class Race {
    /** A contender inside this process is warmed up this long, and at least twice. */
    private static final long WARM_UP_NANOS = 1_500_000_000;

    private final int rounds;
    private final Consumer<String> talk;

    /**
     * @param rounds measured, after the warm-up
     */
    Race(int rounds, Consumer<String> talk) {
        this.rounds = rounds;
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
            lanes.add(new Lane(each, agreed));
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

        Lane(Contender who, Agreement agreed) throws IOException {
            this.who = who;
            this.answers = answer -> agreed.hold(who.name(), answer);
            this.times = warmUp();
        }

        private int warmUp() throws IOException {
            var last = who.meter().measure(who.work(), 1, answers);
            if (who.meter() == Meter.CHILDREN) {
                return 1;
            }
            long spent = last.wallNanos();
            do {
                last = who.meter().measure(who.work(), 1, answers);
                spent += last.wallNanos();
            } while (spent < WARM_UP_NANOS);
            return who.meter().times(last);
        }

        void turn() throws IOException {
            costs.add(who.meter().measure(who.work(), times, answers));
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
