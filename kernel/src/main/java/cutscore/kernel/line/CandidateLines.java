package cutscore.kernel.line;

import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines that a rule allows: on its grid, in its shape, for one number of subjects. */
final class CandidateLines {
    private final Score national;
    private final Grid grid;
    private final Shape shape;
    private final int subjects;

    CandidateLines(LineRule rule, int subjects) {
        this.national = rule.national();
        this.grid = rule.grid();
        this.shape = rule.shape();
        this.subjects = subjects;
    }

    /** Every line below the national one. */
    Stream<PassingLine> belowNational() {
        return switch (shape) {
            case Shape.Uniform() -> grid.below(national).stream().map(PassingLine.EachSubject::new);
            case Shape.PerSubject() ->
                    vectors(subjects)
                            .filter(marks -> marks.stream().anyMatch(m -> !m.equals(national)))
                            .map(PassingLine.BySubject::new);
            case Shape.TotalAndFloor(var floor) ->
                    totals(floor).map(total -> new PassingLine.TotalAndFloor(total, floor));
        };
    }

    /** Every vector of marks from the grid's lowest up to the national mark. */
    private Stream<List<Score>> vectors(int length) {
        return length == 0
                ? Stream.of(List.of())
                : vectors(length - 1)
                        .flatMap(marks -> upToNational().map(mark -> longer(marks, mark)));
    }

    private static List<Score> longer(List<Score> marks, Score mark) {
        var longer = new ArrayList<>(marks);
        longer.add(mark);
        return longer;
    }

    /** The marks a single subject may have in a vector. */
    Stream<Score> upToNational() {
        return Stream.concat(grid.below(national).stream(), Stream.of(national));
    }

    /** From subjects × floor up to below subjects × national, step by step. */
    Stream<Score> totals(Score floor) {
        return IntStream.iterate(
                        subjects * floor.halfPoints(),
                        half -> half < subjects * national.halfPoints(),
                        half -> half + grid.step().halfPoints())
                .mapToObj(Score::new);
    }

    /** The lines one step lower; by subject those with one subject lowered, in their order. */
    Stream<PassingLine> oneStepLower(PassingLine line) {
        int lowest = grid.lowest().halfPoints();
        return switch (line) {
            case PassingLine.EachSubject(var mark) ->
                    lower(mark, lowest).map(PassingLine.EachSubject::new);
            case PassingLine.BySubject by ->
                    IntStream.range(0, subjects)
                            .boxed()
                            .flatMap(
                                    i ->
                                            lower(by.marks().get(i), lowest)
                                                    .map(mark -> by.with(i, mark)));
            case PassingLine.TotalAndFloor(var total, var floor) ->
                    lower(total, subjects * floor.halfPoints())
                            .map(mark -> new PassingLine.TotalAndFloor(mark, floor));
        };
    }

    private Stream<Score> lower(Score mark, int lowest) {
        int half = mark.halfPoints() - grid.step().halfPoints();
        return half < lowest ? Stream.empty() : Stream.of(new Score(half));
    }
}
