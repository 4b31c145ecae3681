package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.server.line.web.LineWords;
import cutscore.server.line.web.ShownRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two frozen scenarios side by side: what was set differently, what came out differently.
 *
 * @param rows a row for each thing compared
 * @param curves on one axis; empty when their axes differ or one has nobody to measure
 */
record Comparison(
        Frozen one, Frozen other, String key, List<Row> rows, Optional<TwoCurves> curves) {

    /** One thing, on both sides. */
    record Row(Words what, Words one, Words other) {
        boolean differs() {
            return !one.equals(other);
        }
    }

    static Comparison of(Frozen one, Frozen other, Bench left, Bench right) {
        var rows = new ArrayList<Row>();
        settings(rows, left, right);
        results(rows, left, right);
        return new Comparison(one, other, left.key(), List.copyOf(rows), curves(left, right));
    }

    private static void settings(List<Row> rows, Bench left, Bench right) {
        var a = left.choice().rule();
        var b = right.choice().rule();
        rows.add(
                new Row(
                        new Words("什么有自己的线", "What gets a line"),
                        LineWords.key(a.key()),
                        LineWords.key(b.key())));
        rows.add(
                new Row(
                        new Words("形式", "Shape"),
                        LineWords.shape(a.shape()),
                        LineWords.shape(b.shape())));
        rows.add(
                new Row(
                        new Words("谁算作参考", "Who is an examinee"),
                        LineWords.sat(a.sat()),
                        LineWords.sat(b.sat())));
        rows.add(
                new Row(
                        new Words("测算谁", "Who is measured"),
                        LineWords.pool(a.pool()),
                        LineWords.pool(b.pool())));
        rows.add(new Row(new Words("步长", "Step"), plain(a.grid().step()), plain(b.grid().step())));
        rows.add(
                new Row(
                        new Words("全国线", "National mark"),
                        plain(a.national()),
                        plain(b.national())));
    }

    private static void results(List<Row> rows, Bench left, Bench right) {
        rows.add(
                new Row(
                        new Words("测算结果", "Result"),
                        left.measured().map(k -> LineWords.outcome(k.outcome())).orElse(none()),
                        right.measured().map(k -> LineWords.outcome(k.outcome())).orElse(none())));
        rows.add(
                new Row(
                        new Words("参考人员", "Examinees"),
                        left.measured().map(k -> people(k.examinees())).orElse(none()),
                        right.measured().map(k -> people(k.examinees())).orElse(none())));
        rows.add(
                new Row(
                        new Words("测算对象", "Pool"),
                        left.measured().map(k -> people(k.pool())).orElse(none()),
                        right.measured().map(k -> people(k.pool())).orElse(none())));
        looked(rows, new Words("看的线", "Line held up"), left, right, Comparison::line);
        looked(rows, new Words("通过", "Pass"), left, right, l -> rate(l.answer(), true));
        looked(
                rows,
                new Words("全国合格率", "National rate"),
                left,
                right,
                l -> rate(l.answer(), false));
        looked(rows, new Words("新增", "More people"), left, right, l -> people(l.answer().gained()));
        looked(rows, new Words("余量", "Headroom"), left, right, l -> l.answer().headroom());
    }

    private interface Said {
        Words of(Looked looked);
    }

    private static void looked(List<Row> rows, Words what, Bench left, Bench right, Said said) {
        rows.add(
                new Row(
                        what,
                        left.looked().map(said::of).orElse(none()),
                        right.looked().map(said::of).orElse(none())));
    }

    private static Words line(Looked looked) {
        return LineWords.line(looked.line());
    }

    private static Words rate(Answer answer, boolean separate) {
        var at = answer.at();
        String rate =
                separate
                        ? ShownRate.of(at.passed(), at.pool())
                        : ShownRate.of(at.nationalPassed(), at.nationalExaminees());
        return new Words(rate, rate);
    }

    private static Words people(long count) {
        return new Words(ShownRate.people(count), ShownRate.people(count));
    }

    private static Words plain(Object mark) {
        return new Words(mark.toString(), mark.toString());
    }

    private static Words none() {
        return new Words("—", "—");
    }

    private static Optional<TwoCurves> curves(Bench left, Bench right) {
        boolean total = isTotal(left);
        if (left.looked().isEmpty() || right.looked().isEmpty() || total != isTotal(right)) {
            return Optional.empty();
        }
        return Optional.of(
                new TwoCurves(side(left.looked().get()), side(right.looked().get()), Frame.WIDE));
    }

    private static boolean isTotal(Bench bench) {
        return bench.choice().rule().shape() instanceof cutscore.kernel.rule.Shape.TotalAndFloor;
    }

    private static TwoCurves.Side side(Looked looked) {
        return new TwoCurves.Side(looked.ladder(), looked.rung());
    }
}
