package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.server.line.TypedTotals;
import cutscore.server.line.TypedTotals.Figure;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The control totals as they were typed into the form. */
final class TotalsForm {
    private TotalsForm() {}

    /**
     * @throws cutscore.kernel.Unreadable when a number is none: that is no typing yet
     */
    static TypedTotals read(Map<String, String> fields) {
        return new TypedTotals(
                number(fields, Figure.ROSTER_ROWS),
                number(fields, Figure.HALF_POINTS),
                number(fields, Figure.AREA_ROWS),
                number(fields, Figure.DECLARED_ROWS),
                text(fields, Figure.ROSTER_HEAD),
                text(fields, Figure.AREAS_HEAD),
                text(fields, Figure.DECLARED_HEAD));
    }

    /** The same, to be shown again. */
    static Map<String, String> kept(Map<String, String> fields) {
        return Arrays.stream(Figure.values())
                .map(Enum::name)
                .collect(Collectors.toMap(Function.identity(), name -> value(fields, name)));
    }

    private static long number(Map<String, String> fields, Figure figure) {
        String typed = text(fields, figure).replaceAll("[\\s,\u00a0]", "");
        if (!typed.matches("\\d{1,15}")) {
            var label = SnapshotView.label(figure);
            throw Told.fault(
                    "TOTAL_NOT_A_NUMBER",
                    new Words(label.zh() + "：要填整数", label.en() + ": a whole number"),
                    new Words("只写数字，例如 3000", "digits only, for instance 3000"));
        }
        return Long.parseLong(typed);
    }

    private static String text(Map<String, String> fields, Figure figure) {
        return value(fields, figure.name()).strip();
    }

    private static String value(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.length() > 64 ? value.substring(0, 64) : value;
    }
}
