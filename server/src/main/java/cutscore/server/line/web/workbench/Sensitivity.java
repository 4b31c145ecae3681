package cutscore.server.line.web.workbench;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the settings that no circular defines would make of the line: every combination of who sat,
 * who is measured, what gets a line, and the grid's step.
 *
 * @param columns the levels, then one line for all, then the qualifications together
 */
record Sensitivity(List<Words> columns, List<Row> rows) {

    /**
     * One choice of who sat, who is measured and the step.
     *
     * @param chosen whether it is the one on the workbench
     */
    record Row(LineRule rule, boolean chosen, List<Cell> cells) {}

    /**
     * What comes out.
     *
     * @param other whether it differs from the row that is chosen
     */
    record Cell(Words words, boolean other, Choice open) {}

    static Sensitivity of(Headcount people, LineRule chosen) {
        var levels = levels(people, chosen);
        var columns = new ArrayList<>(levels.stream().map(l -> new Words(l, l)).toList());
        columns.add(new Words("全部同一条", "one for all"));
        columns.add(new Words("每个资格", "each qualification"));
        var here = cells(people, chosen, levels, List.of());
        var rows = new ArrayList<Row>();
        for (var rule : combinations(chosen)) {
            boolean same = rule.equals(with(chosen, chosen.sat(), chosen.pool(), chosen.grid()));
            rows.add(new Row(rule, same, cells(people, rule, levels, here)));
        }
        return new Sensitivity(List.copyOf(columns), List.copyOf(rows));
    }

    /** 3 × 3 × 2, less those whose national mark or floor would lie off the grid. */
    private static List<LineRule> combinations(LineRule chosen) {
        var all = new ArrayList<LineRule>();
        for (var sat : LineRule.Sat.values()) {
            for (var pool : LineRule.Pool.values()) {
                grids(chosen).forEach(grid -> all.add(with(chosen, sat, pool, grid)));
            }
        }
        return all;
    }

    private static Stream<Grid> grids(LineRule chosen) {
        return Stream.of(new Score(2), new Score(1))
                .map(step -> new Grid(step, chosen.grid().lowest()))
                .filter(grid -> grid.holds(chosen.national()))
                .filter(
                        grid ->
                                !(chosen.shape() instanceof Shape.TotalAndFloor(var floor))
                                        || grid.holds(floor));
    }

    /** The key is put in column by column. */
    private static LineRule with(LineRule rule, LineRule.Sat sat, LineRule.Pool pool, Grid grid) {
        return keyed(
                new LineRule(
                        rule.session(), rule.key(), rule.shape(), rule.national(), grid, sat, pool),
                LineRule.Key.LEVEL);
    }

    static LineRule keyed(LineRule rule, LineRule.Key key) {
        return new LineRule(
                rule.session(),
                key,
                rule.shape(),
                rule.national(),
                rule.grid(),
                rule.sat(),
                rule.pool());
    }

    private static List<String> levels(Headcount people, LineRule rule) {
        var byLevel = keyed(rule, LineRule.Key.LEVEL);
        return people.counts(byLevel.shaped(Shape.UNIFORM)).stream().map(c -> c.key()).toList();
    }

    private static List<Cell> cells(
            Headcount people, LineRule rule, List<String> levels, List<Cell> here) {
        var cells = new ArrayList<Cell>();
        var byLevel = measured(people, keyed(rule, LineRule.Key.LEVEL));
        for (String level : levels) {
            var words =
                    byLevel.stream()
                            .filter(k -> k.key().equals(level))
                            .findFirst()
                            .map(k -> shortly(k.outcome()))
                            .orElse(mixed());
            add(cells, here, words, keyed(rule, LineRule.Key.LEVEL), level);
        }
        var all = keyed(rule, LineRule.Key.SESSION);
        var one = measured(people, all).stream().findFirst();
        add(cells, here, one.map(k -> shortly(k.outcome())).orElse(mixed()), all, "");
        var each = keyed(rule, LineRule.Key.QUALIFICATION);
        add(cells, here, together(measured(people, each)), each, "");
        return List.copyOf(cells);
    }

    private static void add(
            List<Cell> cells, List<Cell> here, Words words, LineRule rule, String key) {
        int column = cells.size();
        boolean other = column < here.size() && !here.get(column).words().equals(words);
        var open = key.isEmpty() ? Choice.of(rule) : Choice.of(rule).of(key);
        cells.add(new Cell(words, other, open));
    }

    /** Nothing where a key has qualifications of two and of three subjects. */
    private static List<MeasuredKey> measured(Headcount people, LineRule rule) {
        try {
            return people.measured(rule);
        } catch (Unreadable mixed) {
            return List.of();
        }
    }

    private static Words mixed() {
        return new Words("科目数不同", "subjects differ");
    }

    /** 39, or that the national line stands. */
    static Words shortly(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.SeparateLine separate -> {
                String line = digits(separate.line());
                yield new Words(line, line);
            }
            case LineOutcome.NationalLineStands _ -> new Words("同全国", "national");
        };
    }

    static String digits(PassingLine line) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> mark.toString();
            case PassingLine.BySubject(var marks) ->
                    marks.stream().map(Score::toString).collect(Collectors.joining("/"));
            case PassingLine.TotalAndFloor(var total, _) -> total.toString();
        };
    }

    private static Words together(List<MeasuredKey> keys) {
        if (keys.isEmpty()) {
            return mixed();
        }
        var separate =
                keys.stream()
                        .map(MeasuredKey::outcome)
                        .filter(LineOutcome.SeparateLine.class::isInstance)
                        .map(o -> ((LineOutcome.SeparateLine) o).line())
                        .toList();
        int stand = keys.size() - separate.size();
        String from = range(separate);
        return new Words(
                separate.size() + " 项" + from + "，" + stand + " 项同全国",
                separate.size() + from + ", " + stand + " national");
    }

    /** From the lowest to the highest of them, where they can be put in one order. */
    private static String range(List<PassingLine> lines) {
        var marks =
                lines.stream()
                        .filter(line -> !(line instanceof PassingLine.BySubject))
                        .map(line -> Looked.moved(line, 0))
                        .sorted()
                        .toList();
        if (marks.isEmpty()) {
            return "";
        }
        boolean one = marks.getFirst().equals(marks.getLast());
        return " " + marks.getFirst() + (one ? "" : "–" + marks.getLast());
    }
}
