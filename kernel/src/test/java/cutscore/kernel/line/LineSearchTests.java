package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fast search against the definition, on small grids where every tie comes up. */
class LineSearchTests {
    private static final int ROUNDS = Integer.getInteger("cutscore.rounds", 6_000);

    @Test
    void theFastSearchSaysOfEveryKeyWhatTheDefinitionSays() {
        long seed = Long.getLong("cutscore.seed", new Random().nextLong());
        System.out.println("LineSearchTests seed " + seed);
        var random = new Random(seed);
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            var rule = rule(random);
            var counts = counts(rule, random);
            var measured = new LineSearch(rule).measure(counts);
            assertThat(measured)
                    .as("seed %d round %d %s %s", seed, round, rule.toJson(), counts)
                    .isEqualTo(new LineSolver(rule).measure(counts));
            outcomes.add(
                    rule.shape().word()
                            + " "
                            + (measured.outcome() instanceof LineOutcome.NationalLineStands(var why)
                                    ? why
                                    : "line"));
        }
        assertThat(outcomes).as("every outcome in every shape came up").hasSize(15);
    }

    @Test
    void theFrontierHoldsEveryLawfulLineThatCannotBeLowered() {
        long seed = Long.getLong("cutscore.seed", new Random().nextLong());
        System.out.println("LineSearchTests seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS / 3; round++) {
            var rule = rule(random);
            var counts = counts(rule, random);
            if (counts.examinees() > 0 && counts.pool().people() > 0) {
                assertThat(new LineSearch(rule).frontier(counts))
                        .as("seed %d round %d %s", seed, round, rule.toJson())
                        .containsExactlyInAnyOrderElementsOf(frontier(rule, counts));
            }
        }
    }

    private static List<RateComparison> frontier(LineRule rule, KeyCounts counts) {
        if (rule.shape() instanceof Shape.TotalAndFloor) {
            return rule.grid().below(rule.national()).stream()
                    .map(floor -> rule.shaped(new Shape.TotalAndFloor(floor)))
                    .flatMap(floored -> lowest(floored, counts).stream())
                    .toList();
        }
        return lowest(rule, counts);
    }

    private static List<RateComparison> lowest(LineRule rule, KeyCounts counts) {
        var solver = new LineSolver(rule);
        var lines = new CandidateLines(rule, counts.pool().dimensions());
        return lines.belowNational()
                .map(line -> solver.compare(counts, line))
                .filter(RateComparison::holds)
                .filter(
                        lawful ->
                                lines.oneStepLower(lawful.at())
                                        .noneMatch(low -> solver.compare(counts, low).holds()))
                .collect(Collectors.toList());
    }

    private static LineRule rule(Random random) {
        int step = 1 + random.nextInt(2);
        int lowest = random.nextInt(3);
        int national = lowest + step * (1 + random.nextInt(5));
        var floor = new Score(lowest + step * random.nextInt((national - lowest) / step));
        Shape shape =
                switch (random.nextInt(3)) {
                    case 0 -> Shape.UNIFORM;
                    case 1 -> new Shape.PerSubject();
                    default -> new Shape.TotalAndFloor(floor);
                };
        return new LineRule(
                SessionId.of(2023, 1),
                LineRule.Key.LEVEL,
                shape,
                new Score(national),
                new Grid(new Score(step), new Score(lowest)),
                LineRule.Sat.ANY,
                LineRule.Pool.REGISTERED);
    }

    private static KeyCounts counts(LineRule rule, Random random) {
        int dimensions = rule.shape() instanceof Shape.Uniform ? 1 : 1 + random.nextInt(3);
        int most = rule.national().halfPoints() + 3;
        int crowd = random.nextInt(4) == 0 ? 1 : 12;
        var pool = people(dimensions, random.nextInt(crowd), most, random);
        var outside = people(1, random.nextInt(crowd), most, random);
        return new KeyCounts("高级", pool, outside);
    }

    private static MarkCounts people(int dimensions, int groups, int most, Random random) {
        var counts = new MarkCounts(dimensions);
        for (int i = 0; i < groups; i++) {
            int[] marks = random.ints(dimensions, 0, most).toArray();
            counts.add(marks, random.nextInt(3));
            counts.addUnmarked(random.nextInt(8) == 0 ? 1 : 0);
        }
        return counts;
    }
}
