package cutscore.server.line;

import cutscore.kernel.seal.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The engines against each other, on rosters drawn at random near every edge of the definition: the
 * kernel's, the first of which is the definition, and the one in SQL. Each disagreement is told
 * with everything that is needed to see it again.
 */
final class LineCampaign {
    private static final int AT_ONCE = 400;
    private static final int TOLD = 5;

    private final Function<ReadRoster, SequencedMap<String, Optional<Json.Arr>>> kernel;
    private final Function<List<SecondEngine.Given>, List<Optional<Json.Arr>>> second;
    private final long seed;
    private final ExamDraw exams;
    private final LineTally tally = new LineTally();
    private final List<String> disagreements = new ArrayList<>();
    private long disagreed;

    /**
     * @param kernel the kernel's engines by name, the definition first
     * @param second the engine in SQL, for many rosters at once
     */
    LineCampaign(
            Function<ReadRoster, SequencedMap<String, Optional<Json.Arr>>> kernel,
            Function<List<SecondEngine.Given>, List<Optional<Json.Arr>>> second,
            long seed) {
        this.kernel = kernel;
        this.second = second;
        this.seed = seed;
        this.exams = new ExamDraw(seed);
    }

    /**
     * Draws and compares rosters from {@code first} on; stops early at the end of a batch once the
     * time is used up.
     *
     * @return how many were compared
     */
    long run(long first, long rosters, Duration atMost, LongConsumer progress) {
        long begun = System.nanoTime();
        long done = 0;
        while (done < rosters && System.nanoTime() - begun < atMost.toNanos()) {
            int batch = (int) Math.min(AT_ONCE, rosters - done);
            compare(first + done, batch);
            done += batch;
            progress.accept(done);
        }
        return done;
    }

    private void compare(long from, int batch) {
        List<ReadRoster> rosters = new ArrayList<>();
        for (long number = from; number < from + batch; number++) {
            rosters.add(ReadRoster.of(RosterDraw.of(seed, number, exams)));
        }
        var answers = second.apply(rosters.stream().map(ReadRoster::given).toList());
        for (int i = 0; i < batch; i++) {
            var roster = rosters.get(i);
            var said = kernel.apply(roster);
            said.put("SQL", answers.get(i));
            tally.add(roster, said.firstEntry().getValue());
            if (said.values().stream().map(LineCampaign::text).distinct().count() > 1) {
                tell(roster.drawn(), said);
            }
        }
    }

    private void tell(DrawnRoster drawn, SequencedMap<String, Optional<Json.Arr>> said) {
        disagreed++;
        if (disagreements.size() < TOLD) {
            var told = new StringBuilder();
            told.append("roster ")
                    .append(drawn.number())
                    .append(" of seed ")
                    .append(seed)
                    .append(", ")
                    .append(drawn.dress());
            told.append('\n').append(drawn.rule().toJson().canonical());
            told.append("\nareas ").append(drawn.areas());
            told.append("\ndeclared ").append(drawn.declared());
            told.append('\n').append(drawn.csv());
            said.forEach(
                    (engine, keys) ->
                            told.append(engine).append(' ').append(text(keys)).append('\n'));
            disagreements.add(told.toString());
        }
    }

    private static String text(Optional<Json.Arr> keys) {
        return keys.map(Json::canonical).orElse("refused");
    }

    long disagreed() {
        return disagreed;
    }

    /** The first few in full. */
    List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    LineTally tally() {
        return tally;
    }
}
