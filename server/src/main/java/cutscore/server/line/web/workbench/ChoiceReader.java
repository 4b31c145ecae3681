package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.server.web.FieldFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an address. What it does not understand is said beside its field, and the setting's default
 * stands in for it, so that a mistyped mark never costs the page.
 */
final class ChoiceReader {
    private static final int LONGEST = 64;

    private final Map<String, String> fields;
    private final List<FieldFault> faults = new ArrayList<>();

    private ChoiceReader(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * @param faults what was not understood, empty for an address that one of our pages wrote
     */
    record Read(Choice choice, List<FieldFault> faults) {}

    static Read read(SessionId session, Map<String, String> fields) {
        var reader = new ChoiceReader(fields);
        var choice = reader.choice(session);
        return new Read(choice, List.copyOf(reader.faults));
    }

    private Choice choice(SessionId session) {
        var rule = rule(session);
        return new Choice(
                rule,
                text("of"),
                considered(rule),
                subject(),
                text("a"),
                text("b"),
                "table".equals(fields.get("view")));
    }

    private LineRule rule(SessionId session) {
        var usual = LineRule.defaults(session);
        var key = word("key", LineRule.Key.values(), LineRule.Key::word);
        var sat = word("sat", LineRule.Sat.values(), LineRule.Sat::word);
        var pool = word("pool", LineRule.Pool.values(), LineRule.Pool::word);
        var step = mark("step", usual.grid().step());
        if (step.halfPoints() != 1 && step.halfPoints() != 2) {
            refuse("step", "步长只能是 1 或 0.5", "the step is 1 or 0.5");
            step = usual.grid().step();
        }
        var grid = new Grid(step, mark("lowest", usual.grid().lowest()));
        var national = mark("national", usual.national());
        if (national.compareTo(grid.lowest()) <= 0 || !grid.holds(national)) {
            refuse(
                    "lowest",
                    "全国合格标准 " + national + " 要在格点上，并高于最低分",
                    "the national mark " + national + " lies on the grid and above its lowest");
            grid = usual.grid();
            national = usual.national();
        }
        var shape = shape(grid, national);
        return new LineRule(session, key, shape, national, grid, sat, pool);
    }

    private Shape shape(Grid grid, Score national) {
        String word = fields.getOrDefault("shape", Shape.UNIFORM.word());
        return switch (word) {
            case "uniform" -> Shape.UNIFORM;
            case "perSubject" -> new Shape.PerSubject();
            case "totalAndFloor" -> new Shape.TotalAndFloor(floor(grid, national));
            default -> {
                refuse("shape", "没有这种形式", "the shape is uniform, perSubject or totalAndFloor");
                yield Shape.UNIFORM;
            }
        };
    }

    /** Without one typed, ten marks under the national line, or the grid's lowest. */
    private Score floor(Grid grid, Score national) {
        int ten = national.halfPoints() - 20;
        var usual = ten > grid.lowest().halfPoints() ? new Score(ten) : grid.lowest();
        var floor = mark("floor", usual);
        if (floor.compareTo(national) >= 0 || !grid.holds(floor)) {
            refuse(
                    "floor",
                    "单科下限要在格点上，并低于全国合格标准 " + national,
                    "the floor lies on the grid and below the national mark " + national);
            return usual;
        }
        return floor;
    }

    private Optional<PassingLine> considered(LineRule rule) {
        return switch (rule.shape()) {
            case Shape.Uniform() ->
                    text("mark").flatMap(t -> onGrid(rule, "mark", t)).map(this::each);
            case Shape.PerSubject() -> text("marks").flatMap(t -> vector(rule, t));
            case Shape.TotalAndFloor(var floor) ->
                    text("total").flatMap(t -> total(t)).map(t -> total(t, floor));
        };
    }

    private PassingLine each(Score mark) {
        return new PassingLine.EachSubject(mark);
    }

    private PassingLine total(Score total, Score floor) {
        return new PassingLine.TotalAndFloor(total, floor);
    }

    private Optional<PassingLine> vector(LineRule rule, String typed) {
        var marks = new ArrayList<Score>();
        for (String part : typed.split("[,，、\\s]+", -1)) {
            onGrid(rule, "marks", part).ifPresent(marks::add);
        }
        boolean sound = faults.stream().noneMatch(fault -> fault.field().equals("marks"));
        return sound ? Optional.of(new PassingLine.BySubject(marks)) : Optional.empty();
    }

    private Optional<Score> total(String typed) {
        var total = Score.parse(typed);
        if (total.isEmpty()) {
            refuse("total", "总分应写作 130 或 130.5", "a total is written 130 or 130.5");
        }
        return total;
    }

    /** A mark on the grid and below the national line, or that line itself. */
    private Optional<Score> onGrid(LineRule rule, String field, String typed) {
        var mark = Score.parse(typed.strip());
        if (mark.isEmpty()) {
            refuse(field, "分数应写作 39 或 39.5", "a mark is written 39 or 39.5");
        } else if (!rule.grid().holds(mark.get()) || mark.get().compareTo(rule.national()) > 0) {
            refuse(
                    field,
                    "分数要在格点上（从 "
                            + rule.grid().lowest()
                            + " 起，步长 "
                            + rule.grid().step()
                            + "），不高于 "
                            + rule.national(),
                    "a mark lies on the grid (from "
                            + rule.grid().lowest()
                            + " by "
                            + rule.grid().step()
                            + ") and not above "
                            + rule.national());
            return Optional.empty();
        }
        return mark;
    }

    private int subject() {
        return text("subject").filter(t -> t.matches("[1-3]")).map(Integer::parseInt).orElse(1) - 1;
    }

    private <T> T word(String field, T[] values, Function<T, String> word) {
        var typed = text(field);
        for (T value : values) {
            if (typed.isPresent() && word.apply(value).equals(typed.get())) {
                return value;
            }
        }
        if (typed.isPresent()) {
            String words = String.join(", ", Arrays.stream(values).map(word).toList());
            refuse(field, "只能是 " + words, "one of " + words);
        }
        return values[0];
    }

    private Score mark(String field, Score usual) {
        var typed = text(field);
        var mark = typed.flatMap(Score::parse);
        if (typed.isPresent() && mark.isEmpty()) {
            refuse(field, "分数应写作 39 或 39.5", "a mark is written 39 or 39.5");
        }
        return mark.orElse(usual);
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    private void refuse(String field, String zh, String en) {
        if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            faults.add(new FieldFault(field, new Words(zh, en)));
        }
    }
}
