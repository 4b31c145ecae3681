package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines with a mark for each subject, and with a total and a floor. */
class ShapesTests {
    private static final Shape PER_SUBJECT = new Shape.PerSubject();
    private static final Shape TOTAL = new Shape.TotalAndFloor(Score.of("35"));

    @Test
    void theVectorThatPassesMostPeopleIsChosen() {
        // national 3 of 12 lets one of four pass: lowering the first subject wins nobody
        var outcome = solve(PER_SUBJECT, pool("45,40", "45,39", "30,30", "20,60"), nation(3, 5));
        assertThat(line(outcome).line()).isEqualTo(vector("45", "40"));
        assertThat(line(outcome).passed()).isEqualTo(1);
    }

    @Test
    void amongEqualsTheSmallestTotalReductionIsChosen() {
        // either of the two could pass alone: 44 and 45 reduces less than 45 and 43
        var outcome = solve(PER_SUBJECT, pool("44,45", "45,43", "20,20", "20,20"), nation(2, 2));
        assertThat(line(outcome).line()).isEqualTo(vector("44", "45"));
    }

    @Test
    void amongEqualTotalsTheSmallestSingleReductionIsChosen() {
        var outcome = solve(PER_SUBJECT, pool("43,45", "44,44", "20,20", "20,20"), nation(2, 2));
        assertThat(line(outcome).line()).isEqualTo(vector("44", "44"));
    }

    @Test
    void thenTheHigherMarkStaysInTheEarlierSubject() {
        var outcome = solve(PER_SUBJECT, pool("44,45", "45,44", "20,20", "20,20"), nation(2, 2));
        assertThat(line(outcome).line()).isEqualTo(vector("45", "44"));
    }

    @Test
    void theLowerVectorThatExceedsByFewestIsShownToFail() {
        // one of six may pass; lowering the first subject adds one, the second two
        var pool = pool("45,44", "44,44", "45,43", "45,43", "20,20", "20,20");
        var line = line(solve(PER_SUBJECT, pool, nation(2, 4)));
        assertThat(line.line()).isEqualTo(vector("45", "44"));
        assertThat(line.fails().map(RateComparison::at)).contains(vector("44", "44"));
        assertThat(line.fails().map(RateComparison::passed)).contains(2L);
        assertThat(line.fails().map(RateComparison::headroom)).contains(-1L);
    }

    @Test
    void aNationalLineThatAlreadyExceedsTheRateStandsBecauseOfTheCap() {
        assertThat(solve(PER_SUBJECT, pool("45,45", "20,20"), nation(0, 8)))
                .isEqualTo(new NationalLineStands(Reason.CAP_REACHED));
        assertThat(solve(TOTAL, pool("45,45", "20,20"), nation(0, 8)))
                .isEqualTo(new NationalLineStands(Reason.CAP_REACHED));
    }

    @Test
    void aLowerVectorThatPassesNobodyMoreGainsNothing() {
        assertThat(solve(PER_SUBJECT, pool("45,45", "20,20"), nation(3, 3)))
                .isEqualTo(new NationalLineStands(Reason.NOTHING_GAINED));
    }

    @Test
    void theLowestTotalThatKeepsTheRateIsChosenAndTheFloorHolds() {
        // 70 in all would pass three of four; whoever is below 35 in a subject never passes by it
        var pool = pool("35,40", "36,36", "35,35", "34,60");
        var line = line(solve(TOTAL, pool, nation(6, 2)));
        assertThat(line.line())
                .isEqualTo(new PassingLine.TotalAndFloor(Score.of("71"), Score.of("35")));
        assertThat(line.passed()).isEqualTo(2);
        assertThat(line.fails().map(RateComparison::passed)).contains(3L);
    }

    @Test
    void whoMeetsTheNationalLinePassesBesideEveryTotal() {
        var line =
                line(
                        solve(
                                new Shape.TotalAndFloor(Score.of("44")),
                                pool("45,45", "44,44.5", "20,20"),
                                nation(4, 0)));
        assertThat(line.line())
                .isEqualTo(new PassingLine.TotalAndFloor(Score.of("88"), Score.of("44")));
        assertThat(line.passed()).isEqualTo(2);
    }

    @Test
    void everyShapeIsReadBackFromItsDossierAndFromItsPack() {
        for (Shape shape : List.of(Shape.UNIFORM, PER_SUBJECT, TOTAL)) {
            var rule = LineRule.defaults(SessionId.of(2023, 1)).shaped(shape);
            var pool =
                    shape.equals(Shape.UNIFORM)
                            ? pool("40.5", "44", "50", "20")
                            : pool("40.5,60", "44,44.5", "50,70", "20,20");
            pool.addUnmarked(1);
            var counts = List.of(new KeyCounts("高级", pool, nation(3, 2)));
            var dossier = Dossier.of(rule, counts, List.of(), Optional.empty());
            var again = Dossier.fromJson(dossier.toJson());
            assertThat(again).isEqualTo(dossier);
            var pack = PublicPack.of(rule, counts);
            assertThat(PublicPack.fromJson(pack.toJson()).measure()).isEqualTo(dossier.keys());
            assertThat(pack.toJson().canonical()).contains("folded").doesNotContain("70");
            var whole = PublicPack.of(rule, SmallGroups.NONE, counts);
            assertThat(PublicPack.fromJson(whole.toJson()).measure()).isEqualTo(dossier.keys());
        }
    }

    @Test
    void aSeparateLineSaysHowManyMorePeopleThereIsRoomFor() {
        var rule =
                new LineRule(
                        SessionId.of(2023, 1),
                        LineRule.Key.LEVEL,
                        Shape.UNIFORM,
                        Score.of("45"),
                        Grid.WHOLE_MARKS,
                        LineRule.Sat.ANY,
                        LineRule.Pool.REGISTERED);
        var counts = new KeyCounts("高级", pool("44", "20", "20", "20"), nation(4, 0));
        var key = new LineSolver(rule).measure(counts).toJson();
        // half of four may pass, one does at 21
        assertThat(key.text("mark")).isEqualTo("21");
        assertThat(key.get("headroom")).isEqualTo(Json.of(1));
    }

    private static LineOutcome solve(Shape shape, MarkCounts pool, MarkCounts outside) {
        var rule = LineRule.defaults(SessionId.of(2023, 1)).shaped(shape);
        return new LineSolver(rule).solve(new KeyCounts("高级", pool, outside));
    }

    private static SeparateLine line(LineOutcome outcome) {
        assertThat(outcome).isInstanceOf(SeparateLine.class);
        return (SeparateLine) outcome;
    }

    private static PassingLine vector(String... marks) {
        return new PassingLine.BySubject(Arrays.stream(marks).map(Score::of).toList());
    }

    private static MarkCounts pool(String... people) {
        var counts = new MarkCounts(people[0].split(",").length);
        for (String marks : people) {
            counts.add(
                    Arrays.stream(marks.split(","))
                            .mapToInt(mark -> Score.of(mark).halfPoints())
                            .toArray(),
                    1);
        }
        return counts;
    }

    private static MarkCounts nation(long passed, long failed) {
        var counts = new MarkCounts(1);
        counts.add(new int[] {90}, passed);
        counts.add(new int[] {0}, failed);
        return counts;
    }
}
