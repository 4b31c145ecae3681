package cutscore.kernel.rule;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.csv.Shown;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule's file strictly: an unknown setting or a wrong value is a fault, never a default.
 */
public final class RuleReader {
    private static final Set<String> SETTINGS =
            Set.of("session", "key", "shape", "national", "grid", "sat", "pool", "floor", "basis");
    private static final List<String> SHAPES = List.of("uniform", "perSubject", "totalAndFloor");
    private static final Pattern PLACE =
            Pattern.compile("line ([0-9]+), column ([0-9]+): (.*)", Pattern.DOTALL);

    private final String input;
    private final String text;
    private final List<Fault> faults = new ArrayList<>();

    private RuleReader(String input, String text) {
        this.input = input;
        this.text = text;
    }

    /**
     * A rule that was read.
     *
     * @param rule complete
     * @param sessionStated false when the file names no session and the default was taken
     * @param nationalStated false when the file names no national mark and the default was taken
     */
    public record Read(LineRule rule, boolean sessionStated, boolean nationalStated) {}

    /**
     * @param input the file's name, for faults
     * @param national the national mark of a rule that states none; null when it must state one
     * @throws Unreadable with every fault
     */
    public static Read read(String input, String text, @Nullable Score national) {
        return new RuleReader(input, text).read(national);
    }

    private Read read(@Nullable Score nationalByDefault) {
        Json.Obj json = parse();
        for (String name : json.members().keySet()) {
            if (!SETTINGS.contains(name)) {
                unknown(name, "", SETTINGS);
            }
        }
        var session = session(json);
        var key = word(json, "key", LineRule.Key.values(), LineRule.Key::word);
        var sat = word(json, "sat", LineRule.Sat.values(), LineRule.Sat::word);
        var pool = word(json, "pool", LineRule.Pool.values(), LineRule.Pool::word);
        Grid grid = grid(json);
        Score national = mark(json, "", "national", nationalByDefault);
        var shape = shape(json);
        var basis = basis(json);
        if (faults.isEmpty()) {
            fits(national, grid, shape);
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        var rule = new LineRule(session, key, shape, national, grid, sat, pool, basis);
        return new Read(rule, json.find("session").isPresent(), json.find("national").isPresent());
    }

    private Json.Obj parse() {
        try {
            if (Json.parse(text) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonFault e) {
            throw new Unreadable(notJson(e));
        }
        throw new Unreadable(
                fault(
                        "RULE_NOT_OBJECT",
                        "",
                        "规则应为一个 JSON 对象 {…}",
                        "a rule is one JSON object {…}"));
    }

    private Fault notJson(JsonFault e) {
        String message = String.valueOf(e.getMessage());
        var place = PLACE.matcher(message);
        boolean placed = place.matches();
        String why = placed ? place.group(3) : message;
        return new Fault(
                "RULE_NOT_JSON",
                input,
                placed ? Long.parseLong(place.group(1)) : 0,
                placed ? Integer.parseInt(place.group(2)) : 0,
                null,
                new Words("不是合格的 JSON：" + why, "not sound JSON: " + why),
                new Words("改正后重试；文件须为 UTF-8", "mend it; the file must be UTF-8"));
    }

    private SessionId session(Json.Obj json) {
        var value = json.find("session");
        if (value.isEmpty()) {
            return LineRule.FIRST_SESSION;
        }
        if (value.get() instanceof Json.Text(var session)) {
            try {
                return new SessionId(session);
            } catch (IllegalArgumentException e) {
                // said below, with the place
            }
        }
        refuse("RULE_SESSION", "/session", "考次应写作 \"2023-1\"", "a session is written \"2023-1\"");
        return LineRule.FIRST_SESSION;
    }

    /** The value of a setting with a fixed choice of words; the first of them is the default. */
    private <T> T word(Json.Obj json, String name, T[] values, Function<T, String> word) {
        Optional<Json> given = json.find(name);
        if (given.isEmpty()) {
            return values[0];
        }
        for (T value : values) {
            if (given.get().equals(Json.of(word.apply(value)))) {
                return value;
            }
        }
        String words = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
        refuse("RULE_VALUE", "/" + name, "只能是 " + words, "must be one of " + words);
        return values[0];
    }

    private Shape shape(Json.Obj json) {
        Json given = json.find("shape").orElse(Json.of(SHAPES.getFirst()));
        String word = given instanceof Json.Text(var text) ? text : "";
        if (!SHAPES.contains(word)) {
            String words = String.join(", ", SHAPES);
            refuse("RULE_VALUE", "/shape", "只能是 " + words, "must be one of " + words);
        }
        boolean floored = word.equals("totalAndFloor");
        if (!floored && json.find("floor").isPresent()) {
            refuse(
                    "RULE_FLOOR_ALONE",
                    "/floor",
                    "floor 只用于 totalAndFloor",
                    "floor belongs to totalAndFloor alone");
        }
        if (floored && json.find("floor").isEmpty()) {
            refuse(
                    "RULE_FLOOR_MISSING",
                    "/shape",
                    "totalAndFloor 须写明 floor，如 \"floor\":\"35\"",
                    "totalAndFloor must state a floor, such as \"floor\":\"35\"");
            return Shape.UNIFORM;
        }
        return switch (word) {
            case "perSubject" -> new Shape.PerSubject();
            case "totalAndFloor" -> new Shape.TotalAndFloor(mark(json, "", "floor", null));
            default -> Shape.UNIFORM;
        };
    }

    private Map<String, Basis> basis(Json.Obj json) {
        Map<String, Basis> basis = new TreeMap<>();
        Json given = json.find("basis").orElse(Json.object().build());
        if (!(given instanceof Json.Obj all)) {
            refuseBasis("/basis");
            return basis;
        }
        for (var one : all.members().entrySet()) {
            String setting = one.getKey();
            var read = basis(one.getValue());
            if (!Basis.SETTINGS.contains(setting)) {
                unknown(setting, "/basis", Basis.SETTINGS);
            } else if (read.isEmpty()) {
                refuseBasis("/basis/" + setting);
            } else {
                basis.put(setting, read.get());
            }
        }
        return basis;
    }

    private static Optional<Basis> basis(Json json) {
        return json instanceof Json.Obj object
                        && object.members().keySet().equals(Set.of("by", "why"))
                        && object.get("by") instanceof Json.Text(var by)
                        && object.get("why") instanceof Json.Text(var why)
                        && Basis.isFit(by)
                        && Basis.isFit(why)
                ? Optional.of(new Basis(by, why))
                : Optional.empty();
    }

    private void refuseBasis(String path) {
        refuse(
                "RULE_BASIS",
                path,
                "应为 {\"by\":\"单位\",\"why\":\"依据\"}，各不超过 500 字",
                "must be {\"by\":\"office\",\"why\":\"reason\"}, 500 characters each at most");
    }

    private Grid grid(Json.Obj json) {
        Json given = json.find("grid").orElse(Json.object().build());
        if (!(given instanceof Json.Obj grid)) {
            refuse(
                    "RULE_TYPE",
                    "/grid",
                    "应为 {\"step\":\"1\",\"lowest\":\"0\"}",
                    "must be {\"step\":\"1\",\"lowest\":\"0\"}");
            return Grid.WHOLE_MARKS;
        }
        for (String name : grid.members().keySet()) {
            if (!Set.of("step", "lowest").contains(name)) {
                unknown(name, "/grid", Set.of("step", "lowest"));
            }
        }
        Score step = mark(grid, "/grid", "step", Grid.WHOLE_MARKS.step());
        if (step.halfPoints() != 1 && step.halfPoints() != 2) {
            refuse("RULE_STEP", "/grid/step", "只能是 \"1\" 或 \"0.5\"", "must be \"1\" or \"0.5\"");
            step = Grid.WHOLE_MARKS.step();
        }
        return new Grid(step, mark(grid, "/grid", "lowest", Grid.WHOLE_MARKS.lowest()));
    }

    private Score mark(Json.Obj json, String above, String name, @Nullable Score byDefault) {
        String path = above + "/" + name;
        Optional<Json> given = json.find(name);
        if (given.isEmpty()) {
            if (byDefault == null) {
                refuse(
                        "RULE_NATIONAL_UNSTATED",
                        path,
                        "资格表中各资格的全国合格标准不同，规则须写明",
                        "the qualifications' national marks differ; the rule must state one");
            }
            return byDefault == null ? LineRule.NATIONAL : byDefault;
        }
        if (given.get() instanceof Json.Text(var mark) && Score.parse(mark).isPresent()) {
            return Score.of(mark);
        }
        refuse(
                "RULE_MARK",
                path,
                "应为带引号的分数，如 \"45\" 或 \"0.5\"",
                "must be a mark in quotes, such as \"45\" or \"0.5\"");
        return LineRule.NATIONAL;
    }

    private void fits(Score national, Grid grid, Shape shape) {
        if (national.compareTo(grid.lowest()) <= 0) {
            refuse(
                    "RULE_LOWEST",
                    "/grid/lowest",
                    "最低分须低于全国合格标准 " + national,
                    "the lowest mark must be below the national mark " + national);
        } else if (!grid.holds(national)) {
            refuse(
                    "RULE_OFF_GRID",
                    "/national",
                    "全国合格标准 "
                            + national
                            + " 不在格点上（自 "
                            + grid.lowest()
                            + " 起，步长 "
                            + grid.step()
                            + "）",
                    "the national mark "
                            + national
                            + " is not on the grid (from "
                            + grid.lowest()
                            + " by "
                            + grid.step()
                            + ")");
        } else if (shape instanceof Shape.TotalAndFloor(var floor)
                && (floor.compareTo(national) >= 0 || !grid.holds(floor))) {
            refuse(
                    "RULE_FLOOR",
                    "/floor",
                    "单科下限 " + floor + " 须低于全国合格标准 " + national + "，并在格点上",
                    "the floor " + floor + " must be below " + national + " and on the grid");
        }
    }

    private void unknown(String name, String above, Set<String> known) {
        String words = known.stream().sorted().collect(Collectors.joining(", "));
        refuse(
                "RULE_SETTING_UNKNOWN",
                above + "/" + name,
                "没有 " + Shown.of(name) + " 这项设置；可用：" + words,
                "there is no setting " + Shown.of(name) + "; there are: " + words);
    }

    private void refuse(String code, String path, String zh, String en) {
        faults.add(fault(code, path, zh, en));
    }

    private Fault fault(String code, String path, String zh, String en) {
        int at = place(path);
        long line = at < 0 ? 0 : text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int column = at < 0 ? 0 : at - text.lastIndexOf('\n', at);
        return new Fault(
                code,
                input,
                line,
                column,
                path.isEmpty() ? null : path,
                new Words(zh, en),
                new Words("改正规则文件", "mend the rule's file"));
    }

    /** Where the setting's name stands in the text, or -1. */
    private int place(String path) {
        if (path.isEmpty()) {
            return -1;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        var found = Pattern.compile(Pattern.quote("\"" + name + "\"") + "\\s*:").matcher(text);
        return found.find() ? found.start() : -1;
    }
}
