package cutscore.kernel.line;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The file that makes a line a theorem: from what, by which settings, with what outcome. Its bytes
 * are canonical JSON (RFC 8785) and nothing after it. It holds no personal data.
 *
 * @param rule complete
 * @param engine whose semantics
 * @param inputs the files it was made from, by their place, never by a path
 * @param examDay the exam's first day, when it was handed in because it is not on record
 * @param keys one for each key that occurs in the roster
 * @param missing provinces whose declarations were not in, as the officer who sealed the inputs
 *     named them; no roster can tell, so a recomputation carries them over
 */
public record Dossier(
        LineRule rule,
        Engine engine,
        List<Input> inputs,
        Optional<LocalDate> examDay,
        List<MeasuredKey> keys,
        List<MissingProvince> missing) {

    /** The semantics and their version, the same for every implementation of them. */
    public record Engine(String name, String version) {
        public static final Engine OURS = new Engine("cutscore-line", "2");
    }

    /**
     * One input.
     *
     * @param name roster-1, roster-2, areas, declared, qualifications
     * @param sha256 of the file's bytes, hexadecimal
     * @param rows without the headings
     */
    public record Input(String name, String sha256, long rows) {}

    public Dossier {
        inputs = List.copyOf(inputs);
        keys = List.copyOf(keys);
        missing = List.copyOf(missing);
    }

    /** The same with the provinces that were not waited for. */
    public Dossier missing(List<MissingProvince> provinces) {
        return new Dossier(rule, engine, inputs, examDay, keys, provinces);
    }

    /** What the rule makes of these counts. */
    public static Dossier of(
            LineRule rule,
            List<KeyCounts> counts,
            List<Input> inputs,
            Optional<LocalDate> examDay) {
        var search = new LineSearch(rule);
        var keys = counts.stream().map(search::measure).toList();
        return new Dossier(rule, Engine.OURS, inputs, examDay, keys, List.of());
    }

    public Json.Obj toJson() {
        var json =
                Json.object()
                        .put("rule", rule.toJson())
                        .put("engine", engine(engine))
                        .put("inputs", Json.array(inputs.stream().map(Dossier::input).toList()));
        examDay.ifPresent(day -> json.put("examDay", day.toString()));
        json.put("keys", Json.array(keys.stream().map(MeasuredKey::toJson).toList()));
        if (!missing.isEmpty()) {
            var provinces = missing.stream().map(MissingProvince::toJson).toList();
            json.put("missing", Json.array(provinces));
        }
        return json.build();
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return toJson().bytes();
    }

    /**
     * @throws Unreadable when the text is no dossier
     */
    public static Dossier read(String input, String text) {
        try {
            return fromJson(Json.parseObject(text));
        } catch (JsonFault e) {
            throw new Unreadable(unreadable(input, String.valueOf(e.getMessage())));
        } catch (Unreadable e) {
            throw new Unreadable(e.faults().stream().map(fault -> fault.in(input)).toList());
        }
    }

    /**
     * @throws JsonFault when it has another shape
     * @throws Unreadable when its rule is none
     */
    public static Dossier fromJson(Json.Obj json) {
        var engine = json.object("engine");
        var rule = LineRule.fromJson(json.object("rule"));
        return new Dossier(
                rule,
                new Engine(engine.text("name"), engine.text("version")),
                json.array("inputs").stream().map(Dossier::input).toList(),
                json.find("examDay").map(day -> day(json.text("examDay"))),
                json.array("keys").stream()
                        .map(Dossier::object)
                        .map(key -> MeasuredKey.fromJson(key, rule.shape()))
                        .toList(),
                json.find("missing").isEmpty()
                        ? List.of()
                        : json.array("missing").stream()
                                .map(Dossier::object)
                                .map(MissingProvince::fromJson)
                                .toList());
    }

    static Fault unreadable(String input, String why) {
        return Fault.of(
                        "DOSSIER",
                        new Words("不是合格的划线档案或公开数据包：" + why, "no dossier or public pack: " + why),
                        new Words(
                                "请用 line determine 写出的文件", "give a file that line determine wrote"))
                .in(input);
    }

    static Json.Obj object(Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new JsonFault("not an object");
    }

    static Json engine(Engine engine) {
        return Json.object().put("name", engine.name()).put("version", engine.version()).build();
    }

    private static Json input(Input input) {
        return Json.object()
                .put("name", input.name())
                .put("sha256", input.sha256())
                .put("rows", input.rows())
                .build();
    }

    private static Input input(Json json) {
        var object = object(json);
        return new Input(object.text("name"), object.text("sha256"), object.whole("rows"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new JsonFault("not a date: " + text);
        }
    }
}
