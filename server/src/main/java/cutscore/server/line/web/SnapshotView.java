package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.server.line.LineState;
import cutscore.server.line.ProvinceWindow;
import cutscore.server.line.Snapshot;
import cutscore.server.line.TypedTotals.Figure;
import java.util.List;
import java.util.Optional;

/**
 * One snapshot, for one analyst.
 *
 * @param scope in words
 * @param sealer the officers' names
 * @param shown whether this analyst may see totals and digests
 * @param mayType whether this analyst may type the totals
 * @param changed inputs that are no longer as sealed
 * @param typed what was typed last, wrongly; empty values otherwise
 */
record SnapshotView(
        Snapshot snapshot,
        Words scope,
        String sealer,
        Optional<String> agreed,
        boolean shown,
        boolean mayType,
        List<String> changed,
        List<LineState> proposals,
        Typed typed) {

    /** One row of the list. */
    record Row(Snapshot snapshot, Words scope, String sealer) {}

    /**
     * A form that comes back with what was typed.
     *
     * @param values by the field's name
     * @param wrong the figures that differ
     * @param left typings left; -1 when none was made just now
     */
    record Typed(java.util.Map<String, String> values, List<Figure> wrong, int left) {
        static final Typed NOTHING = new Typed(java.util.Map.of(), List.of(), -1);

        String value(Figure figure) {
            return values.getOrDefault(figure.name(), "");
        }

        boolean isWrong(Figure figure) {
            return wrong.contains(figure);
        }
    }

    static Words stage(Snapshot snapshot) {
        if (snapshot.isAgreed()) {
            return new Words("已核对一致", "agreed to");
        }
        if (snapshot.attempts() >= Snapshot.MOST_ATTEMPTS) {
            return new Words("录错 5 次，作废", "typed wrongly five times: of no use");
        }
        return snapshot.attempts() == 0
                ? new Words("已封存，等第二人录入控制总数", "sealed, a second person types the totals")
                : new Words(
                        "已封存，录错 " + snapshot.attempts() + " 次",
                        "sealed, typed wrongly " + snapshot.attempts() + " times");
    }

    static String mark(Snapshot snapshot) {
        return snapshot.isAgreed() ? "ok" : "wait";
    }

    static Words label(Figure figure) {
        return switch (figure) {
            case ROSTER_ROWS -> new Words("名册人数（不含表头的行数）", "Examinees: rows of the roster");
            case HALF_POINTS ->
                    new Words("名册全部成绩的半分合计（分数 × 2 相加）", "All marks of the roster, in half points");
            case AREA_ROWS -> new Words("areas.csv 的地区数", "Areas: rows of areas.csv");
            case DECLARED_ROWS ->
                    new Words("declared.csv 的申报通过人数", "Approved: rows of declared.csv");
            case ROSTER_HEAD ->
                    new Words("名册文件 SHA-256 的前 8 位", "Roster file: first 8 signs of its SHA-256");
            case AREAS_HEAD ->
                    new Words(
                            "areas.csv SHA-256 的前 8 位", "areas.csv: first 8 signs of its SHA-256");
            case DECLARED_HEAD ->
                    new Words(
                            "declared.csv SHA-256 的前 8 位",
                            "declared.csv: first 8 signs of its SHA-256");
        };
    }

    static boolean isHead(Figure figure) {
        return figure.name().endsWith("_HEAD");
    }

    static Words standing(ProvinceWindow window) {
        return switch (window.standing()) {
            case CLOSED -> new Words("申报已结束", "closed");
            case OPEN -> new Words("申报还没有结束", "still open or to come");
            case NOT_ANNOUNCED -> new Words("没有公布申报时间", "no window announced");
        };
    }

    static String mark(ProvinceWindow window) {
        return window.standing() == ProvinceWindow.Standing.CLOSED ? "ok" : "wait";
    }

    /** What has changed, for people. */
    static Words changed(String input) {
        return switch (input) {
            case "roster-1" -> new Words("名册", "the roster");
            case "areas" -> new Words("地区名单", "the list of areas");
            case "declared" -> new Words("审核通过的申报", "approved declarations");
            default ->
                    new Words("申报窗口重新开放：" + input, "a declaration window opened again: " + input);
        };
    }
}
