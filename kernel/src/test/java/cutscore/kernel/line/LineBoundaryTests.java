package cutscore.kernel.line;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.LineRule.Pool;
import cutscore.kernel.rule.LineRule.Sat;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The edges of the definition (design §3), by hand. National mark 6 of 10; a mark sheet is written
 * "6 5.5"; "-" is absent, "x" voided. Every case is asked of the solver and of the search.
 */
class LineBoundaryTests {
    private static final Shape UNIFORM = Shape.UNIFORM;
    private static final Shape BY_SUBJECT = new Shape.PerSubject();
    private static final Shape BY_TOTAL = new Shape.TotalAndFloor(Score.of("4"));
    private static final DivisionCode INSIDE = new DivisionCode("513326");
    private static final DivisionCode OUTSIDE = new DivisionCode("510107");
    private static final Qualifications EXAM =
            Qualifications.read(
                    """
                    qualification,level,subjects,full_mark,national
                    独,高级,一,10,6
                    双,高级,一;二,10,6
                    三,高级,一;二;三,10,6
                    """);

    private final List<Examinee> roster = new ArrayList<>();
    private Sat sat = Sat.ANY;
    private String lowest = "0";

    @Test
    void aRateThatMeetsTheCapExactlyHoldsInEveryShape() {
        // 2 of 4 in the pool at 5 beside 4 of 8 of the nation; 2·8 = 4·4
        pool("5 5", "5 5", "1 1", "1 1");
        others("6 6", "6 6", "6 6", "6 6");
        assertThat(said(UNIFORM)).isEqualTo("2 passes 2 of 4, 4/8; room 0; 1 fails with 4");
        assertThat(said(BY_SUBJECT)).isEqualTo("5 5 passes 2 of 4, 4/8; room 0; nothing fails");
        assertThat(said(BY_TOTAL)).isEqualTo("total 8 passes 2 of 4, 4/8; room 0; nothing fails");
    }

    @Test
    void onePersonMoreInThePoolThanTheCapAllowsFails() {
        pool("5 5", "5 5", "4 4", "1 1");
        others("6 6", "6 6", "6 6", "6 6");
        assertThat(said(UNIFORM)).isEqualTo("5 passes 2 of 4, 4/8; room 0; 4 fails with 3");
        assertThat(said(BY_SUBJECT)).isEqualTo("5 5 passes 2 of 4, 4/8; room 0; nothing fails");
        assertThat(said(BY_TOTAL))
                .isEqualTo("total 9 passes 2 of 4, 4/8; room 0; total 8 fails with 3");
    }

    @Test
    void oneNationalPasserFewerLeavesNoRoomForThem() {
        pool("5 5", "5 5", "1 1", "1 1");
        others("6 6", "6 6", "6 6", "5 6");
        // every lower mark passes two; 6 and 5, or a total of 11, pass nobody
        assertThat(said(UNIFORM)).isEqualTo("CAP_REACHED");
        assertThat(said(BY_SUBJECT)).isEqualTo("NOTHING_GAINED");
        assertThat(said(BY_TOTAL)).isEqualTo("NOTHING_GAINED");
    }

    @Test
    void aPoolThatExceedsTheNationAtTheNationalMarkReachesTheCap() {
        pool("6 6", "1 1");
        others("5 5", "5 5", "5 5");
        for (Shape shape : List.of(UNIFORM, BY_SUBJECT, BY_TOTAL)) {
            assertThat(said(shape)).isEqualTo("CAP_REACHED");
        }
    }

    @Test
    void whereEverybodyPassesALowerLineGainsNobody() {
        lowest = "3";
        pool("6 6", "6 6");
        others("6 7");
        for (Shape shape : List.of(UNIFORM, BY_SUBJECT, BY_TOTAL)) {
            assertThat(said(shape)).isEqualTo("NOTHING_GAINED");
        }
    }

    @Test
    void whereNobodyOfTheNationPassesNobodyMayPassBelow() {
        pool("5 5", "1 1");
        others("5 5", "5 5");
        // at 5 somebody would pass and may not; a total of 11 nobody has
        assertThat(said(UNIFORM)).isEqualTo("CAP_REACHED");
        assertThat(said(BY_SUBJECT)).isEqualTo("NOTHING_GAINED");
        assertThat(said(BY_TOTAL)).isEqualTo("NOTHING_GAINED");
    }

    @Test
    void anEmptyPoolIsAnsweredBeforeAnyRate() {
        others("6 6", "1 1");
        for (Shape shape : List.of(UNIFORM, BY_SUBJECT, BY_TOTAL)) {
            assertThat(said(shape)).isEqualTo("NOBODY_MEASURED");
        }
    }

    @Test
    void aKeyInWhichNobodySatIsThereAndSaysSo() {
        pool("- -");
        others("- -");
        voided("6 6");
        for (Shape shape : List.of(UNIFORM, BY_SUBJECT, BY_TOTAL)) {
            assertThat(said(shape)).isEqualTo("NOBODY_SAT");
        }
    }

    @Test
    void theMarkItselfCountsAndHalfAPointBelowDoesNot() {
        pool("4 9", "3.5 9", "1 1", "1 1");
        others("6 6", "6 6", "1 1", "1 1");
        assertThat(said(UNIFORM)).isEqualTo("4 passes 1 of 4, 2/8; room 0; 3 fails with 2");
    }

    @Test
    void anAbsentOrVoidedSubjectReachesNotEvenZero() {
        pool("- 9", "x 9", "0 0", "0 0");
        others("6 6", "6 6", "6 6", "6 6");
        assertThat(said(UNIFORM)).isEqualTo("0 passes 2 of 4, 4/8; room 0; nothing fails");
    }

    @Test
    void aVoidedSubjectWasSatAndAnAbsentOneWasNot() {
        pool("- 9", "x 9", "4 4");
        others("6 6", "6 6", "- -");
        assertThat(counts()).isEqualTo("5 examinees, pool 3");
        sat = Sat.ALL;
        assertThat(counts()).isEqualTo("4 examinees, pool 2");
        sat = Sat.REGISTERED;
        assertThat(counts()).isEqualTo("6 examinees, pool 3");
    }

    @Test
    void aVoidedExamineeIsInNoCountHoweverGoodTheirMarks() {
        pool("4 4");
        others("6 6");
        voided("9 9");
        assertThat(counts()).isEqualTo("2 examinees, pool 1");
    }

    @Test
    void aSumIsNotEnoughForWhoIsBelowTheFloor() {
        // 3.5 and 9 make 12.5, yet 3.5 is below the floor
        pool("3.5 9", "4 4.5", "6 6", "1 1");
        others("6 6", "6 6", "6 6", "1 1");
        assertThat(said(BY_TOTAL)).isEqualTo("total 8 passes 2 of 4, 4/8; room 0; nothing fails");
    }

    @Test
    void oneSubjectOnlyIsLoweredAsLittleAsItHelpsWhereUniformGoesAsLowAsItMay() {
        pool("5", "2", "1", "1");
        others("6", "6", "1", "1");
        assertThat(said(UNIFORM)).isEqualTo("3 passes 1 of 4, 2/8; room 0; 2 fails with 2");
        assertThat(said(BY_SUBJECT)).isEqualTo("5 passes 1 of 4, 2/8; room 0; nothing fails");
    }

    @Test
    void mostPeopleAreBoughtAtAnyReduction() {
        pool("2 2 2", "2 2 2", "6 5 6", "1 1 1");
        others("6 6 6", "6 6 6");
        assertThat(said(BY_SUBJECT)).startsWith("6 5 6 passes 1 of 4, 2/6");
        others("6 6 6", "6 6 6", "6 6 6", "6 6 6", "6 6 6");
        others("6 6 6", "6 6 6", "6 6 6", "6 6 6", "6 6 6");
        assertThat(said(BY_SUBJECT)).startsWith("2 2 2 passes 3 of 4, 12/16");
    }

    @Test
    void theSmallestTotalReductionThenTheSmallestSingleOneThenTheEarlierSubjectStaysHigh() {
        others("6 6 6", "6 6 6");
        pool("6 6 3", "5 6 5", "1 1 1", "1 1 1");
        others("1 1 1", "1 1 1");
        assertThat(said(BY_SUBJECT)).startsWith("5 6 5 passes 1 of 4, 2/8");
        pool("6 6 4", "1 1 1", "1 1 1", "1 1 1");
        others("6 6 6", "1 1 1", "1 1 1", "1 1 1");
        // equal in total, 5 6 5 lowers no subject by two
        assertThat(said(BY_SUBJECT)).startsWith("5 6 5 passes 1 of 8");
    }

    private void pool(String... sheets) {
        add(INSIDE, false, sheets);
    }

    private void others(String... sheets) {
        add(OUTSIDE, false, sheets);
    }

    private void voided(String... sheets) {
        add(INSIDE, true, sheets);
    }

    private void add(DivisionCode division, boolean voided, String... sheets) {
        for (String sheet : sheets) {
            List<SubjectScore> scores = new ArrayList<>();
            for (String mark : sheet.split(" ", -1)) {
                scores.add(score(mark));
            }
            var sitting = EXAM.all().get(scores.size() - 1);
            String number = "n" + roster.size();
            roster.add(new Examinee(number, division, sitting, scores, voided, null, null, null));
        }
    }

    private static SubjectScore score(String mark) {
        return switch (mark) {
            case "-" -> new SubjectScore.Absent();
            case "x" -> new SubjectScore.Voided();
            default -> new SubjectScore.Marked(Score.of(mark));
        };
    }

    private String counts() {
        var key = measured(UNIFORM);
        return key.examinees() + " examinees, pool " + key.pool();
    }

    private String said(Shape shape) {
        return switch (measured(shape).outcome()) {
            case LineOutcome.NationalLineStands(var reason) -> reason.name();
            case LineOutcome.SeparateLine(var line, var passed, var holds, var fails) -> {
                assertThat(holds.holds()).isTrue();
                assertThat(fails.stream().noneMatch(RateComparison::holds)).isTrue();
                yield "%s passes %d of %d, %d/%d; room %d; %s"
                        .formatted(
                                written(line),
                                passed,
                                holds.pool(),
                                holds.nationalPassed(),
                                holds.nationalExaminees(),
                                holds.headroom(),
                                fails.map(LineBoundaryTests::failing).orElse("nothing fails"));
            }
        };
    }

    private static String failing(RateComparison lower) {
        return written(lower.at()) + " fails with " + lower.passed();
    }

    private static String written(PassingLine line) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> mark.toString();
            case PassingLine.BySubject(var marks) ->
                    String.join(" ", marks.stream().map(Score::toString).toList());
            case PassingLine.TotalAndFloor(var total, _) -> "total " + total;
        };
    }

    private MeasuredKey measured(Shape shape) {
        var grid = new Grid(Score.of("1"), Score.of(lowest));
        var rule =
                new LineRule(
                        SessionId.of(2023, 1),
                        LineRule.Key.LEVEL,
                        shape,
                        Score.of("6"),
                        grid,
                        sat,
                        Pool.REGISTERED);
        var determination = new LineDetermination(rule, Set.of(INSIDE), _ -> false, EXAM);
        roster.forEach(determination::add);
        var key = determination.counts().getFirst();
        var solved = new LineSolver(rule).measure(key);
        assertThat(determination.dossier(List.of(), Optional.empty()).keys())
                .containsExactly(solved);
        return solved;
    }
}
