package cutscore.kernel.line;

import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.JsonFault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How lines and comparisons are written: {@code "mark"}, {@code "marks"} or {@code "total"}. */
final class LineJson {
    private static final Pattern TOTAL = Pattern.compile("[0-9]{1,4}(\\.5)?");

    private LineJson() {}

    static Json of(RateComparison comparison) {
        var json = Json.object();
        put(json, comparison.at());
        return json.put("passed", comparison.passed())
                .put("pool", comparison.pool())
                .put("nationalPassed", comparison.nationalPassed())
                .put("nationalExaminees", comparison.nationalExaminees())
                .build();
    }

    static void put(Json.Building json, PassingLine line) {
        switch (line) {
            case PassingLine.EachSubject(var mark) -> json.put("mark", mark.toString());
            case PassingLine.BySubject(var marks) -> json.put("marks", texts(marks));
            case PassingLine.TotalAndFloor(var total, _) -> json.put("total", total.toString());
        }
    }

    static RateComparison comparison(Json.Obj json, Shape shape) {
        return new RateComparison(
                line(json, shape),
                json.whole("passed"),
                json.whole("pool"),
                json.whole("nationalPassed"),
                json.whole("nationalExaminees"));
    }

    static PassingLine line(Json.Obj json, Shape shape) {
        return switch (shape) {
            case Shape.Uniform() -> new PassingLine.EachSubject(mark(json, "mark"));
            case Shape.PerSubject() -> new PassingLine.BySubject(marks(json));
            case Shape.TotalAndFloor(var floor) ->
                    new PassingLine.TotalAndFloor(total(json), floor);
        };
    }

    static Json texts(List<Score> marks) {
        return Json.array(marks.stream().<Json>map(mark -> Json.of(mark.toString())).toList());
    }

    static List<Score> marks(Json.Obj json) {
        List<Score> marks = new ArrayList<>();
        for (Json mark : json.array("marks")) {
            marks.add(mark instanceof Json.Text(var text) ? score(text) : score(""));
        }
        return marks;
    }

    static Score mark(Json.Obj json, String name) {
        return score(json.text(name));
    }

    /** A sum of marks may have a digit more than a mark. */
    static Score total(Json.Obj json) {
        String text = json.text("total");
        if (!TOTAL.matcher(text).matches()) {
            throw new JsonFault("no total: " + text);
        }
        boolean half = text.endsWith(".5");
        String whole = half ? text.substring(0, text.length() - 2) : text;
        return new Score(2 * Integer.parseInt(whole) + (half ? 1 : 0));
    }

    private static Score score(String text) {
        return Score.parse(text).orElseThrow(() -> new JsonFault("no mark: " + text));
    }
}
