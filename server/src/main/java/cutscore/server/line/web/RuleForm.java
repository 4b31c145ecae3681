package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as the form of a proposal has it: every setting with who chose it and why. A link may fill
 * it in beforehand, so every state of the form has an address.
 *
 * @param values by the field's name; the defaults where the address says nothing
 */
record RuleForm(Map<String, String> values) {

    /** One setting to choose. */
    record Setting(String name, Words words, List<Choice> choices) {
        boolean isChosen() {
            return !choices.isEmpty();
        }
    }

    /** One value of a setting. */
    record Choice(String value, Words words) {}

    static final List<Setting> SETTINGS =
            List.of(
                    new Setting(
                            "key",
                            new Words("每条线的范围（key）", "What gets its own line (key)"),
                            List.of(
                                    choice("level", "每个级别", "each level"),
                                    choice("session", "整次考试一条", "the whole session"),
                                    choice("qualification", "每个资格", "each qualification"))),
                    new Setting(
                            "shape",
                            new Words("线的形式（shape）", "What a line looks like (shape)"),
                            List.of(
                                    choice("uniform", "各科同一分数", "one mark for every subject"),
                                    choice("perSubject", "各科分别定", "a mark for each subject"),
                                    choice("totalAndFloor", "总分加单科最低", "a total with a floor"))),
                    new Setting(
                            "floor",
                            new Words("单科最低（floor，只用于总分）", "Floor, with a total only (floor)"),
                            List.of()),
                    new Setting(
                            "national",
                            new Words(
                                    "全国标准，每科（national）",
                                    "National mark of each subject (national)"),
                            List.of()),
                    new Setting(
                            "step",
                            new Words("分数间隔（grid）", "Step of the grid (grid)"),
                            List.of(choice("1", "1 分", "1"), choice("0.5", "0.5 分", "0.5"))),
                    new Setting(
                            "lowest",
                            new Words("分数下限（grid）", "Lowest mark of the grid (grid)"),
                            List.of()),
                    new Setting(
                            "sat",
                            new Words("谁算参考（sat）", "Who is an examinee (sat)"),
                            List.of(
                                    choice("any", "至少一科有成绩", "sat in at least one subject"),
                                    choice("all", "各科都参加", "sat in every subject"),
                                    choice("registered", "报名即算", "everybody registered"))),
                    new Setting(
                            "pool",
                            new Words("测算对象（pool）", "Who is measured (pool)"),
                            List.of(
                                    choice("registered", "报名地在地区内", "registered in an area"),
                                    choice("declared", "申报审核通过", "an approved declaration"),
                                    choice("both", "两者之一", "either"))));

    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "key", "level",
                    "shape", "uniform",
                    "floor", "",
                    "national", "45",
                    "step", "1",
                    "lowest", "0",
                    "sat", "any",
                    "pool", "registered");

    private static final List<String> WITH_BASIS =
            List.of("key", "shape", "national", "grid", "sat", "pool", "floor");

    /** The defaults of the session, with what the address says. */
    static RuleForm of(Map<String, String> asked) {
        var values = new java.util.HashMap<>(DEFAULTS);
        asked.forEach(
                (name, value) -> {
                    if (DEFAULTS.containsKey(name) || name.matches("(by|why)-[a-z]+")) {
                        values.put(name, value);
                    }
                });
        return new RuleForm(Map.copyOf(values));
    }

    /** The form that would propose this rule again. */
    static RuleForm from(LineRule rule) {
        var json = rule.toJson();
        var values = new java.util.HashMap<String, String>();
        json.members()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Json.Text(var text)) {
                                values.put(name, text);
                            }
                        });
        values.put("step", rule.grid().step().toString());
        values.put("lowest", rule.grid().lowest().toString());
        rule.basis()
                .forEach(
                        (name, basis) -> {
                            values.put("by-" + name, basis.by());
                            values.put("why-" + name, basis.why());
                        });
        return new RuleForm(Map.copyOf(values));
    }

    /** The settings that this rule has: the floor only where the shape takes one. */
    List<Setting> present() {
        return SETTINGS.stream().filter(setting -> values.containsKey(setting.name())).toList();
    }

    /** What was chosen, in words. */
    Words said(Setting setting) {
        String value = value(setting.name());
        return setting.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::words)
                .orElse(new Words(value, value));
    }

    /** Who chose it and why; empty when nobody wrote it down. */
    Optional<Words> basis(Setting setting) {
        String name = basisOf(setting.name());
        String by = value("by-" + name);
        return by.isEmpty() || setting.name().equals("lowest")
                ? Optional.empty()
                : Optional.of(
                        new Words(
                                by + "定：" + value("why-" + name),
                                "by " + by + ": " + value("why-" + name)));
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The setting whose basis is asked beside a field; step and lowest are one, the grid. */
    static String basisOf(String name) {
        return name.equals("step") || name.equals("lowest") ? "grid" : name;
    }

    /**
     * @throws cutscore.kernel.Unreadable with every fault of the rule
     */
    LineRule rule(SessionId session) {
        var json =
                Json.object()
                        .put("session", session.value())
                        .put("key", value("key"))
                        .put("shape", value("shape"))
                        .put("national", value("national").strip())
                        .put(
                                "grid",
                                Json.object()
                                        .put("step", value("step"))
                                        .put("lowest", value("lowest").strip())
                                        .build())
                        .put("sat", value("sat"))
                        .put("pool", value("pool"));
        if (value("shape").equals("totalAndFloor")) {
            json.put("floor", value("floor").strip());
        }
        var basis = Json.object();
        WITH_BASIS.stream()
                .filter(this::hasBasis)
                .forEach(name -> basis.put(name, basisJson(name)));
        if (WITH_BASIS.stream().anyMatch(this::hasBasis)) {
            json.put("basis", basis.build());
        }
        return LineRule.fromJson(json.build());
    }

    private boolean hasBasis(String name) {
        boolean floorless = name.equals("floor") && !value("shape").equals("totalAndFloor");
        return !floorless && !(value("by-" + name) + value("why-" + name)).isBlank();
    }

    private Json basisJson(String name) {
        return Json.object()
                .put("by", value("by-" + name).strip())
                .put("why", value("why-" + name).strip())
                .build();
    }

    private static Choice choice(String value, String zh, String en) {
        return new Choice(value, new Words(zh, en));
    }
}
