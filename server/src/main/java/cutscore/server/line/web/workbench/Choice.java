package cutscore.server.line.web.workbench;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything an analyst has chosen, and nothing else: the workbench's address holds exactly this.
 *
 * @param rule the settings
 * @param key which key is looked at; empty for the first
 * @param considered the line held up; empty for the one the rule gives
 * @param subject which mark of a line by subject is moved, from 0
 * @param one a frozen scenario to compare with
 * @param other the second of them
 * @param tables tables in place of charts
 */
record Choice(
        LineRule rule,
        Optional<String> key,
        Optional<PassingLine> considered,
        int subject,
        Optional<String> one,
        Optional<String> other,
        boolean tables) {

    /** The rule alone, looked at as it falls. */
    static Choice of(LineRule rule) {
        return new Choice(
                rule,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Choice with(LineRule other) {
        boolean sameShape = other.shape().equals(rule.shape());
        return new Choice(
                other,
                other.key() == rule.key() ? key : Optional.empty(),
                sameShape ? considered : Optional.empty(),
                subject,
                one,
                this.other,
                tables);
    }

    Choice of(String key) {
        return new Choice(rule, Optional.of(key), Optional.empty(), 0, one, other, tables);
    }

    Choice at(PassingLine line) {
        return new Choice(rule, key, Optional.of(line), subject, one, other, tables);
    }

    Choice atResult() {
        return new Choice(rule, key, Optional.empty(), subject, one, other, tables);
    }

    Choice moving(int subject) {
        return new Choice(rule, key, considered, subject, one, other, tables);
    }

    Choice comparing(Optional<String> one, Optional<String> other) {
        return new Choice(rule, key, considered, subject, one, other, tables);
    }

    Choice turned(boolean tables) {
        return new Choice(rule, key, considered, subject, one, other, tables);
    }

    /** The fields of the address, in one order, without those at their defaults. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<>(settings());
        considered.ifPresent(line -> fields.putAll(fields(line)));
        if (subject > 0) {
            fields.put("subject", String.valueOf(subject + 1));
        }
        one.ifPresent(id -> fields.put("a", id));
        other.ifPresent(id -> fields.put("b", id));
        if (tables) {
            fields.put("view", "table");
        }
        return fields;
    }

    /** The rule's settings and the key: what stays the same while the line is moved. */
    Map<String, String> settings() {
        var defaults = LineRule.defaults(rule.session());
        var fields = new LinkedHashMap<String, String>();
        put(fields, "key", rule.key().word(), defaults.key().word());
        key.ifPresent(k -> fields.put("of", k));
        put(fields, "shape", rule.shape().word(), defaults.shape().word());
        if (rule.shape() instanceof Shape.TotalAndFloor(var floor)) {
            fields.put("floor", floor.toString());
        }
        put(fields, "sat", rule.sat().word(), defaults.sat().word());
        put(fields, "pool", rule.pool().word(), defaults.pool().word());
        put(fields, "step", rule.grid().step(), defaults.grid().step());
        put(fields, "lowest", rule.grid().lowest(), defaults.grid().lowest());
        put(fields, "national", rule.national(), defaults.national());
        return fields;
    }

    /** How a line stands in an address. */
    static Map<String, String> fields(PassingLine line) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> Map.of("mark", mark.toString());
            case PassingLine.BySubject(var marks) ->
                    Map.of(
                            "marks",
                            marks.stream().map(Score::toString).collect(Collectors.joining(",")));
            case PassingLine.TotalAndFloor(var total, _) -> Map.of("total", total.toString());
        };
    }

    /** What follows the page's path: a question mark and the fields, or nothing. */
    String query() {
        return query(fields());
    }

    static String query(Map<String, String> fields) {
        return fields.isEmpty()
                ? ""
                : fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    private static void put(Map<String, String> fields, String name, Object value, Object usual) {
        if (!value.equals(usual)) {
            fields.put(name, value.toString());
        }
    }
}
