package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LoadedSession.County;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The session that a line is dragged over, against the definition and against plain counting. */
class LoadedSessionTests {
    private static final Set<DivisionCode> AREAS =
            Set.of(new DivisionCode("513326"), new DivisionCode("513401"));
    private static final List<String> DIVISIONS = List.of("513326", "513401", "110101", "510000");

    @Test
    void aDraggedLineSaysWhatTheDefinitionSaysInEveryCounty() {
        long seed = Long.getLong("cutscore.seed", new Random().nextLong());
        System.out.println("LoadedSessionTests seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 600; round++) {
            var rule = rule(random);
            var roster = roster(random);
            var loading = new LoadedSession.Loading();
            var determination =
                    new LineDetermination(
                            rule, AREAS, LoadedSessionTests::hasDeclared, Qualifications.builtIn());
            for (Examinee one : roster) {
                determination.add(one);
                loading.add(
                        one, AREAS.contains(one.division()), hasDeclared(one.admissionNumber()));
            }
            var session = loading.loaded();
            for (KeyCounts key : determination.counts()) {
                var line = line(rule, key.pool().dimensions(), random);
                var tried = session.at(rule, key.key(), line);
                assertThat(tried.rate())
                        .as("seed %d round %d %s %s", seed, round, rule.toJson(), line)
                        .isEqualTo(new LineSolver(rule).compare(key, line));
                assertThat(tried.counties())
                        .as("seed %d round %d", seed, round)
                        .isEqualTo(counties(roster, rule, key.key(), line));
            }
        }
    }

    private static List<County> counties(
            List<Examinee> roster, LineRule rule, String key, PassingLine line) {
        var pool = new PoolRule(rule, AREAS, LoadedSessionTests::hasDeclared);
        Map<DivisionCode, County> counties = new TreeMap<>();
        for (Examinee one : roster) {
            if (rule.keyOf(one.qualification()).equals(key) && pool.trace(one).measured()) {
                long passed = line.reachedBy(one.scores(), rule.national()) ? 1 : 0;
                counties.merge(
                        one.division(),
                        new County(one.division(), 1, passed),
                        (a, b) -> new County(a.county(), a.people() + 1, a.passed() + b.passed()));
            }
        }
        return List.copyOf(counties.values());
    }

    private static boolean hasDeclared(String number) {
        return number.endsWith("7");
    }

    private static LineRule rule(Random random) {
        var shapes =
                List.of(
                        Shape.UNIFORM,
                        new Shape.PerSubject(),
                        new Shape.TotalAndFloor(Score.of("30")));
        return new LineRule(
                SessionId.of(2023, 1),
                LineRule.Key.LEVEL,
                shapes.get(random.nextInt(3)),
                Score.of("45"),
                Grid.WHOLE_MARKS,
                of(LineRule.Sat.values(), random),
                of(LineRule.Pool.values(), random));
    }

    private static <T> T of(T[] some, Random random) {
        return some[random.nextInt(some.length)];
    }

    private static PassingLine line(LineRule rule, int subjects, Random random) {
        return switch (rule.shape()) {
            case Shape.Uniform() -> new PassingLine.EachSubject(mark(random));
            case Shape.PerSubject() ->
                    new PassingLine.BySubject(
                            IntStream.range(0, subjects).mapToObj(_ -> mark(random)).toList());
            case Shape.TotalAndFloor(var floor) ->
                    new PassingLine.TotalAndFloor(new Score(random.nextInt(300)), floor);
        };
    }

    private static Score mark(Random random) {
        return new Score(random.nextInt(151));
    }

    private static List<Examinee> roster(Random random) {
        var table = Qualifications.builtIn().all();
        List<Examinee> roster = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Qualification qualification = table.get(random.nextInt(table.size()));
            List<SubjectScore> scores =
                    qualification.subjects().stream().map(_ -> score(random)).toList();
            var division = new DivisionCode(DIVISIONS.get(random.nextInt(DIVISIONS.size())));
            boolean voided = random.nextInt(12) == 0;
            roster.add(
                    new Examinee(
                            "XG" + i, division, qualification, scores, voided, null, null, null));
        }
        return roster;
    }

    private static SubjectScore score(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new SubjectScore.Absent();
            case 1 -> new SubjectScore.Voided();
            default -> new SubjectScore.Marked(mark(random));
        };
    }
}
