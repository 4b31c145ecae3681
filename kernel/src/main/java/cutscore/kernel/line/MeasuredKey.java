package cutscore.kernel.line;

import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.Reason;
import cutscore.kernel.line.LineOutcome.SeparateLine;
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
 * @param table every mark of the grid below the national one, ascending
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

    /** How many of the pool reach a mark in every subject. */
    public record Row(Score mark, long passed) {}

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
            case SeparateLine line ->
                    json.put("outcome", "separate-line")
                            .put("mark", line.mark().toString())
                            .put("passed", line.passed())
                            .put("holds", comparison(line.holds()))
                            .put(
                                    "fails",
                                    line.fails()
                                            .<Json>map(MeasuredKey::comparison)
                                            .orElse(Json.ofNull()));
            case NationalLineStands(var reason) ->
                    json.put("outcome", "national-line-stands").put("reason", reason.name());
        }
        return json.build();
    }

    /**
     * @throws JsonFault when it has another shape
     */
    static MeasuredKey fromJson(Json.Obj json) {
        return new MeasuredKey(
                json.text("key"),
                json.whole("examinees"),
                json.whole("nationalPassed"),
                json.whole("pool"),
                json.whole("nationalLinePassed"),
                json.array("table").stream().map(MeasuredKey::row).toList(),
                outcome(json));
    }

    private static LineOutcome outcome(Json.Obj json) {
        return switch (json.text("outcome")) {
            case "separate-line" ->
                    new SeparateLine(
                            mark(json),
                            json.whole("passed"),
                            comparison(json.object("holds")),
                            json.get("fails") instanceof Json.Null
                                    ? Optional.empty()
                                    : Optional.of(comparison(json.object("fails"))));
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
        return Json.object().put("mark", row.mark().toString()).put("passed", row.passed()).build();
    }

    private static Row row(Json json) {
        if (json instanceof Json.Obj object) {
            return new Row(mark(object), object.whole("passed"));
        }
        throw new JsonFault("not an object: table");
    }

    private static Score mark(Json.Obj json) {
        return Score.parse(json.text("mark")).orElseThrow(() -> new JsonFault("no mark: mark"));
    }

    private static Json comparison(RateComparison comparison) {
        return Json.object()
                .put("mark", comparison.mark().toString())
                .put("passed", comparison.passed())
                .put("pool", comparison.pool())
                .put("nationalPassed", comparison.nationalPassed())
                .put("nationalExaminees", comparison.nationalExaminees())
                .build();
    }

    private static RateComparison comparison(Json.Obj json) {
        return new RateComparison(
                mark(json),
                json.whole("passed"),
                json.whole("pool"),
                json.whole("nationalPassed"),
                json.whole("nationalExaminees"));
    }
}
