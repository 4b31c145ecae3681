package cutscore.server.line;

import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.roster.RosterReader;
import cutscore.kernel.seal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The engines against each other, on rosters drawn at random near every edge of the definition: the
 * kernel's, which is the definition, and the one in SQL. Each disagreement is told with everything
 * that is needed to see it again.
 */
final class LineCampaign {
    private static final int AT_ONCE = 400;
    private static final int TOLD = 5;

    private final Function<List<SecondEngine.Given>, List<Optional<Json.Arr>>> second;
    private final long seed;
    private final LineTally tally = new LineTally();
    private final List<String> disagreements = new ArrayList<>();
    private long disagreed;

    /**
     * @param second the engine in SQL, for many rosters at once
     */
    LineCampaign(Function<List<SecondEngine.Given>, List<Optional<Json.Arr>>> second, long seed) {
        this.second = second;
        this.seed = seed;
    }

    /** One roster read by the strict reader, and what the kernel says of it. */
    private record Measured(DrawnRoster drawn, List<Examinee> examinees, Optional<Json.Arr> keys) {}

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
        List<Measured> measured = new ArrayList<>();
        for (long number = from; number < from + batch; number++) {
            measured.add(measure(RosterDraw.of(seed, number)));
        }
        var answers = second.apply(measured.stream().map(LineCampaign::given).toList());
        for (int i = 0; i < batch; i++) {
            var one = measured.get(i);
            tally.add(one.drawn().rule(), one.examinees(), one.keys());
            if (!text(one.keys()).equals(text(answers.get(i)))) {
                tell(one, answers.get(i));
            }
        }
    }

    private static SecondEngine.Given given(Measured one) {
        return new SecondEngine.Given(
                one.drawn().rule(),
                one.drawn().table(),
                one.drawn().areas(),
                one.drawn().declared()::contains,
                one.examinees()::forEach);
    }

    private static Measured measure(DrawnRoster drawn) {
        List<Examinee> examinees = new ArrayList<>();
        try {
            new RosterReader(
                            Divisions.builtIn(),
                            drawn.table(),
                            ExamDays.first(drawn.rule().session()).orElseThrow())
                    .read(CsvSource.of("roster-1", drawn.csv()), examinees::add)
                    .orRefuse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Measured(drawn, examinees, kernel(drawn, examinees));
    }

    private static Optional<Json.Arr> kernel(DrawnRoster drawn, List<Examinee> examinees) {
        var determination =
                new LineDetermination(
                        drawn.rule(), drawn.areas(), drawn.declared()::contains, drawn.table());
        try {
            examinees.forEach(determination::add);
            var dossier = determination.dossier(List.of(), Optional.empty());
            return Optional.of(new Json.Arr(dossier.toJson().array("keys")));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private void tell(Measured one, Optional<Json.Arr> other) {
        disagreed++;
        if (disagreements.size() < TOLD) {
            var drawn = one.drawn();
            disagreements.add(
                    String.join(
                            "\n",
                            "roster " + drawn.number() + " of seed " + seed,
                            drawn.rule().toJson().canonical(),
                            "areas " + drawn.areas() + ", declared " + drawn.declared(),
                            drawn.csv() + "kernel " + text(one.keys()),
                            "SQL    " + text(other)));
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
