package cutscore.kernel.line;

import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.List;
import java.util.Optional;

/**
 * One key in a dossier.
 *
 * @param key 高级, 中级, 初级, the session, or the qualification
 * @param examinees everybody examined, the pool included
 * @param nationalPassed examinees who meet the national line
 * @param pool examinees who are measured
 * @param nationalLinePassed pool members who meet the national line
 * @param table every mark or total of the grid below the national one, ascending; by subject, each
 *     subject at every mark up to the national one with the others held at the outcome
 * @param outcome a separate line, or why the national one stands
 */
public record MeasuredKey(
        String key,
        long examinees,
        long nationalPassed,
        long pool,
        long nationalLinePassed,
        List<Row> table,
        LineOutcome outcome) {

    /** How many of the pool pass at a line of the table. */
    public sealed interface Row {
        long passed();
    }

    /** With one mark in every subject. */
    public record AtMark(Score mark, long passed) implements Row {}

    /** With the rule's floor and a total, or by the national line. */
    public record AtTotal(Score total, long passed) implements Row {}

    /**
     * With one subject at a mark and the others at the outcome.
     *
     * @param subject from 1
     */
    public record InSubject(int subject, Score mark, long passed) implements Row {}

    public MeasuredKey {
        table = List.copyOf(table);
    }

    Json.Obj toJson() {
        var json =
                Json.object()
                        .put("key", key)
                        .put("examinees", examinees)
                        .put("nationalPassed", nationalPassed)
                        .put("pool", pool)
                        .put("nationalLinePassed", nationalLinePassed)
                        .put("table", Json.array(table.stream().map(MeasuredKey::row).toList()));
        switch (outcome) {
            case SeparateLine line -> {
                json.put("outcome", "separate-line");
                LineJson.put(json, line.line());
                json.put("passed", line.passed())
                        .put("headroom", line.holds().headroom())
                        .put("holds", LineJson.of(line.holds()))
                        .put("fails", line.fails().<Json>map(LineJson::of).orElse(Json.ofNull()));
            }
            case NationalLineStands(var reason) ->
                    json.put("outcome", "national-line-stands").put("reason", reason.name());
        }
        return json.build();
    }

    /**
     * @param shape the rule's
     * @throws JsonFault when it has another shape
     */
    static MeasuredKey fromJson(Json.Obj json, Shape shape) {
        return new MeasuredKey(
                json.text("key"),
                json.whole("examinees"),
                json.whole("nationalPassed"),
                json.whole("pool"),
                json.whole("nationalLinePassed"),
                json.array("table").stream().map(row -> row(row, shape)).toList(),
                outcome(json, shape));
    }

    private static LineOutcome outcome(Json.Obj json, Shape shape) {
        return switch (json.text("outcome")) {
            case "separate-line" ->
                    new SeparateLine(
                            LineJson.line(json, shape),
                            json.whole("passed"),
                            LineJson.comparison(json.object("holds"), shape),
                            json.get("fails") instanceof Json.Null
                                    ? Optional.empty()
                                    : Optional.of(
                                            LineJson.comparison(json.object("fails"), shape)));
            case "national-line-stands" -> new NationalLineStands(reason(json.text("reason")));
            default -> throw new JsonFault("unknown outcome: " + json.text("outcome"));
        };
    }

    private static Reason reason(String name) {
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        throw new JsonFault("unknown reason: " + name);
    }

    private static Json row(Row row) {
        var json = Json.object();
        switch (row) {
            case AtMark at -> json.put("mark", at.mark().toString());
            case AtTotal at -> json.put("total", at.total().toString());
            case InSubject in ->
                    json.put("subject", in.subject()).put("mark", in.mark().toString());
        }
        return json.put("passed", row.passed()).build();
    }

    private static Row row(Json json, Shape shape) {
        var object = Dossier.object(json);
        long passed = object.whole("passed");
        return switch (shape) {
            case Shape.Uniform() -> new AtMark(LineJson.mark(object, "mark"), passed);
            case Shape.TotalAndFloor(_) -> new AtTotal(LineJson.total(object), passed);
            case Shape.PerSubject() ->
                    new InSubject(
                            (int) object.whole("subject"), LineJson.mark(object, "mark"), passed);
        };
    }
}
