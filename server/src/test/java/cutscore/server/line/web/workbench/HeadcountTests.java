package cutscore.server.line.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.MarkCounts;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packed examinees against the kernel's own determination, setting by setting. */
class HeadcountTests {
    private static final long SEED = 20261122;
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final List<Shape> SHAPES =
            List.of(Shape.UNIFORM, new Shape.PerSubject(), new Shape.TotalAndFloor(Score.of("30")));

    @Test
    void everySettingCountsAsADeterminationDoes() {
        for (int round = 0; round < 20; round++) {
            var sample = Sample.of(SEED + round, 400);
            var people = sample.headcount();
            for (LineRule rule : rules()) {
                assertThat(told(people, rule))
                        .as("seed %d, %s", SEED + round, rule)
                        .isEqualTo(told(sample, rule));
            }
        }
    }

    @Test
    void theCountiesAddUpToThePool() {
        var sample = Sample.of(SEED, 3000);
        var people = sample.headcount();
        for (LineRule rule : rules()) {
            if (rule.shape() instanceof Shape.Uniform) {
                var line = new PassingLine.EachSubject(Score.of("20"));
                for (KeyCounts key : people.counts(rule)) {
                    var counties = people.counties(rule, key.key(), List.of(line));
                    assertThat(counties.stream().mapToLong(c -> c.people()).sum())
                            .isEqualTo(key.pool().people());
                    assertThat(counties.stream().mapToLong(c -> c.passed()[0]).sum())
                            .isEqualTo(key.pool().reaching(Score.of("20")));
                }
            }
        }
    }

    @Test
    void aLadderCountsWhatTheLineItselfSays() {
        var people = Sample.of(SEED, 3000).headcount();
        for (LineRule rule : rules()) {
            for (KeyCounts key : countsIfAny(people, rule)) {
                if (key.pool().people() > 0) {
                    rungsAreTrue(rule, key);
                }
            }
        }
    }

    private static void rungsAreTrue(LineRule rule, KeyCounts key) {
        int subjects = key.pool().dimensions();
        var line =
                switch (rule.shape()) {
                    case Shape.Uniform() -> new PassingLine.EachSubject(Score.of("40"));
                    case Shape.PerSubject() ->
                            new PassingLine.BySubject(
                                    java.util.Collections.nCopies(subjects, Score.of("40")));
                    case Shape.TotalAndFloor(var floor) ->
                            new PassingLine.TotalAndFloor(new Score(subjects * 70), floor);
                };
        for (var rung : Ladder.of(rule, key, line, subjects - 1).rungs()) {
            var at = rung.compared().at();
            assertThat(rung.passed())
                    .as("%s at %s", rule, at)
                    .isEqualTo(key.pool().those(m -> at.reachedBy(m, rule.national())));
        }
    }

    private static List<LineRule> rules() {
        var rules = new ArrayList<LineRule>();
        var grid = new Grid(new Score(1), new Score(0));
        for (var key : LineRule.Key.values()) {
            for (var sat : LineRule.Sat.values()) {
                for (var pool : LineRule.Pool.values()) {
                    SHAPES.forEach(
                            shape ->
                                    rules.add(
                                            new LineRule(
                                                    SESSION,
                                                    key,
                                                    shape,
                                                    LineRule.NATIONAL,
                                                    grid,
                                                    sat,
                                                    pool)));
                }
            }
        }
        return rules;
    }

    private static List<KeyCounts> countsIfAny(Headcount people, LineRule rule) {
        try {
            return people.counts(rule);
        } catch (Unreadable mixed) {
            return List.of();
        }
    }

    private static List<String> told(Headcount people, LineRule rule) {
        return countsIfAny(people, rule).stream().map(HeadcountTests::told).toList();
    }

    private static List<String> told(Sample sample, LineRule rule) {
        var determination =
                new LineDetermination(
                        rule, Sample.AREAS, Sample::declared, Qualifications.builtIn());
        for (Examinee one : sample.people()) {
            determination.add(one);
        }
        try {
            return determination.counts().stream().map(HeadcountTests::told).toList();
        } catch (Unreadable mixed) {
            return List.of();
        }
    }

    private static String told(KeyCounts counts) {
        return counts.key() + told(counts.pool()) + told(counts.outside());
    }

    private static String told(MarkCounts counts) {
        return " " + counts.people() + "/" + counts.unmarked() + counts.cells();
    }
}
