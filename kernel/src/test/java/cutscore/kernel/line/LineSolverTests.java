package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineSolverTests {
    private static final DivisionCode INSIDE = new DivisionCode("513326");
    private static final DivisionCode OUTSIDE = new DivisionCode("510107");
    private static final List<Qualification> SOME =
            List.of("系统分析师", "系统架构设计师", "软件设计师", "网络工程师", "程序员").stream()
                    .map(name -> Qualifications.builtIn().find(name).orElseThrow())
                    .toList();

    @Test
    void tenThousandRandomRostersAreMeasuredAsByBruteForce() {
        Map<LineOutcome.Reason, Integer> reasons = new EnumMap<>(LineOutcome.Reason.class);
        int lines = 0;
        for (long seed = 1; seed <= 10_000; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var roster = roster(random, rule.national().halfPoints());
            var declared = declared(random, roster);
            var line =
                    new LineDetermination(
                            rule, Set.of(INSIDE), declared::contains, Qualifications.builtIn());
            roster.forEach(line::add);
            var dossier = line.dossier(List.of(), Optional.empty());
            assertThat(answers(dossier))
                    .describedAs("seed " + seed + " " + rule)
                    .containsExactlyInAnyOrderEntriesOf(
                            new BruteForce(rule, Set.of(INSIDE), declared).answers(roster));
            assertThat(PublicPack.read("pack", line.pack().toJson().canonical()).measure())
                    .describedAs("seed " + seed)
                    .isEqualTo(dossier.keys());
            for (MeasuredKey key : dossier.keys()) {
                tablesAndInequalitiesHold(key, rule);
                if (key.outcome() instanceof NationalLineStands(var reason)) {
                    reasons.merge(reason, 1, Integer::sum);
                } else {
                    lines++;
                }
            }
        }
        assertThat(reasons)
                .hasSize(4)
                .allSatisfy((reason, times) -> assertThat(times).isGreaterThan(100));
        assertThat(lines).isGreaterThan(500);
    }

    @Test
    void aRateThatMeetsTheCapExactlyKeepsIt() {
        // national 2 of 8; in the pool 1 of 4 at 40, 2 of 4 at 39
        var outcome = solve(marks(40, 39, 20, 20), marks(50, 50, 10, 10));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SeparateLine.class,
                        line -> {
                            assertThat(line.line()).isEqualTo(at("40"));
                            assertThat(line.passed()).isEqualTo(1);
                            assertThat(line.holds().holds()).isTrue();
                            assertThat(line.fails()).isPresent();
                            assertThat(line.fails().orElseThrow().holds()).isFalse();
                            assertThat(line.fails().orElseThrow().at()).isEqualTo(at("39"));
                        });
    }

    @Test
    void onePersonOverTheCapEndsTheWalk() {
        var outcome = solve(marks(40, 40, 20, 20), marks(50, 50, 10, 10));
        assertThat(outcome).isEqualTo(new NationalLineStands(LineOutcome.Reason.NOTHING_GAINED));
    }

    @Test
    void aLineAtTheLowestMarkHasNoLowerOneThatFails() {
        var counts = new KeyCounts("高级", marks(40, 20), marks(50, 50));
        assertThat(new LineSolver(rule("40")).solve(counts))
                .isInstanceOfSatisfying(
                        SeparateLine.class,
                        line -> {
                            assertThat(line.line()).isEqualTo(at("40"));
                            assertThat(line.fails()).isEmpty();
                        });
    }

    @Test
    void everyMarkBelowTheNationalOneOverTheCapMeansTheCapIsReached() {
        assertThat(solve(marks(44, 44), marks(50, 10)))
                .isEqualTo(new NationalLineStands(LineOutcome.Reason.CAP_REACHED));
    }

    @Test
    void countsAsLargeAsAnyPackMayHoldAreComparedExactly() {
        long many = 1_000_000_000_000L;
        var pool = new MarkCounts(1);
        pool.add(new int[] {80}, many / 2);
        pool.add(new int[] {40}, many / 2);
        var outside = new MarkCounts(1);
        outside.add(new int[] {120}, many / 2 - 1);
        outside.add(new int[] {40}, many / 2 + 1);
        var outcome = new LineSolver(rule("0")).solve(new KeyCounts("x", pool, outside));
        assertThat(outcome).isEqualTo(new NationalLineStands(LineOutcome.Reason.NOTHING_GAINED));
    }

    private static LineOutcome solve(MarkCounts pool, MarkCounts outside) {
        return new LineSolver(rule("0")).solve(new KeyCounts("高级", pool, outside));
    }

    private static LineRule rule(String lowest) {
        return new LineRule(
                SessionId.of(2023, 1),
                LineRule.Key.LEVEL,
                Shape.UNIFORM,
                Score.of("45"),
                new Grid(Score.of("1"), Score.of(lowest)),
                LineRule.Sat.ANY,
                LineRule.Pool.REGISTERED);
    }

    private static PassingLine at(String mark) {
        return new PassingLine.EachSubject(Score.of(mark));
    }

    private static MarkCounts marks(int... whole) {
        var marks = new MarkCounts(1);
        for (int mark : whole) {
            marks.add(new int[] {2 * mark}, 1);
        }
        return marks;
    }

    private static void tablesAndInequalitiesHold(MeasuredKey key, LineRule rule) {
        assertThat(key.table()).hasSize(rule.grid().below(rule.national()).size());
        if (key.outcome() instanceof SeparateLine line) {
            assertThat(line.holds().holds()).isTrue();
            line.fails().ifPresent(lower -> assertThat(lower.holds()).isFalse());
            assertThat(line.fails().isEmpty())
                    .isEqualTo(line.line().equals(at(rule.grid().lowest().toString())));
            assertThat(key.table()).contains(new MeasuredKey.AtMark(mark(line), line.passed()));
        }
    }

    private static Score mark(SeparateLine line) {
        return ((PassingLine.EachSubject) line.line()).mark();
    }

    private static Map<String, String> answers(Dossier dossier) {
        Map<String, String> out = new LinkedHashMap<>();
        for (MeasuredKey key : dossier.keys()) {
            String outcome =
                    switch (key.outcome()) {
                        case SeparateLine line -> mark(line).halfPoints() + " " + line.passed();
                        case NationalLineStands(var reason) -> reason.name();
                    };
            out.put(
                    key.key(),
                    key.examinees()
                            + " "
                            + key.nationalPassed()
                            + " "
                            + key.pool()
                            + " "
                            + key.nationalLinePassed()
                            + " "
                            + outcome);
        }
        return out;
    }

    private static LineRule rule(Random random) {
        int step = 1 + random.nextInt(2);
        int lowest = random.nextInt(3) == 0 ? random.nextInt(40) * step : 0;
        int national = lowest + step * (1 + random.nextInt(Math.max(1, (120 - lowest) / step)));
        boolean usual = random.nextBoolean();
        return new LineRule(
                SessionId.of(2023, 1),
                any(random, LineRule.Key.values()),
                Shape.UNIFORM,
                new Score(usual ? 90 : national),
                usual ? Grid.WHOLE_MARKS : new Grid(new Score(step), new Score(lowest)),
                any(random, LineRule.Sat.values()),
                any(random, LineRule.Pool.values()));
    }

    private static List<Examinee> roster(Random random, int national) {
        List<Examinee> roster = new ArrayList<>();
        int people = 1 + random.nextInt(50);
        // few different marks, so that ties and rates that meet the cap exactly are common
        int centre = national - 20 + random.nextInt(40);
        int behind = random.nextInt(3) == 0 ? 0 : random.nextInt(24);
        int width = 1 + random.nextInt(30);
        int absent = random.nextInt(4) == 0 ? 60 : 8;
        int inside = 10 + random.nextInt(80);
        for (int i = 0; i < people; i++) {
            var qualification = SOME.get(random.nextInt(SOME.size()));
            boolean there = random.nextInt(100) < inside;
            List<SubjectScore> scores = new ArrayList<>();
            for (int s = 0; s < qualification.subjects().size(); s++) {
                scores.add(score(random, there ? centre - behind : centre, width, absent));
            }
            boolean voided = random.nextInt(12) == 0;
            roster.add(
                    new Examinee(
                            "n" + i,
                            there ? INSIDE : OUTSIDE,
                            qualification,
                            scores,
                            voided,
                            null,
                            null,
                            null));
        }
        return roster;
    }

    private static SubjectScore score(Random random, int centre, int width, int absent) {
        int draw = random.nextInt(100);
        if (draw < absent) {
            return new SubjectScore.Absent();
        }
        if (draw == 99) {
            return new SubjectScore.Voided();
        }
        return new SubjectScore.Marked(
                new Score(Math.clamp(centre + random.nextInt(2 * width + 1) - width, 0, 150)));
    }

    private static Set<String> declared(Random random, List<Examinee> roster) {
        Set<String> declared = new HashSet<>();
        int share = random.nextInt(100);
        for (Examinee e : roster) {
            if (random.nextInt(100) < share) {
                declared.add(e.admissionNumber());
            }
        }
        return declared;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
