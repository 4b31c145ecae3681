package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.rule.Basis;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.server.line.LineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proposal's dossier for people: what the page, the paper and the workbook all say.
 *
 * @param areas whose line areas
 * @param signatures who did which step, in the order of the steps
 */
record LineCase(LineState state, Dossier dossier, Words areas, List<Signature> signatures) {

    /**
     * One step and who took it.
     *
     * @param came what came of it, empty when there is nothing to add
     */
    record Signature(Words step, String who, Instant at, Words came) {}

    /** One setting, who chose it and why; the circulars define none of them. */
    record Setting(Words name, Words value, Optional<Basis> basis) {}

    /** One of the two inequalities of a key: it holds at the line, and fails below it. */
    record Inequality(Words where, RateComparison at) {}

    LineState.Proposal proposal() {
        return state.proposal();
    }

    List<Setting> settings() {
        var rule = dossier.rule();
        var settings = new ArrayList<Setting>();
        settings.add(setting("key", "什么有自己的线", "What gets a line", LineWords.key(rule.key())));
        settings.add(setting("shape", "形式", "Shape", LineWords.shape(rule.shape())));
        if (rule.shape() instanceof Shape.TotalAndFloor(var floor)) {
            settings.add(setting("floor", "单科下限", "Floor", plain(floor)));
        }
        settings.add(setting("national", "全国合格标准（每科）", "National mark", plain(rule.national())));
        settings.add(setting("grid", "分数格点", "Grid", grid(rule)));
        settings.add(setting("sat", "谁算作参考", "Who is an examinee", LineWords.sat(rule.sat())));
        settings.add(setting("pool", "测算谁", "Who is measured", LineWords.pool(rule.pool())));
        return settings;
    }

    private Setting setting(String name, String zh, String en, Words value) {
        var basis = Optional.ofNullable(dossier.rule().basis().get(name));
        return new Setting(new Words(zh, en), value, basis);
    }

    private static Words grid(LineRule rule) {
        var grid = rule.grid();
        return new Words(
                "从 " + grid.lowest() + " 分起，步长 " + grid.step() + " 分",
                "from " + grid.lowest() + " by " + grid.step());
    }

    private static Words plain(Object mark) {
        return new Words(mark + " 分", mark.toString());
    }

    static Optional<SeparateLine> line(MeasuredKey key) {
        return key.outcome() instanceof SeparateLine line ? Optional.of(line) : Optional.empty();
    }

    /** Both, or none where the national line stands. */
    static List<Inequality> inequalities(MeasuredKey key) {
        var both = new ArrayList<Inequality>();
        line(key)
                .ifPresent(
                        line -> {
                            both.add(inequality(line.holds(), "成立", "Holds at "));
                            line.fails()
                                    .ifPresent(f -> both.add(inequality(f, "不成立", "Fails at ")));
                        });
        return both;
    }

    private static Inequality inequality(RateComparison at, String zh, String en) {
        var line = LineWords.line(at.at());
        return new Inequality(new Words("在 " + line.zh() + zh, en + line.en()), at);
    }

    /** How many more of the pool pass than by the national line. */
    static long gained(MeasuredKey key) {
        return line(key).map(line -> line.passed() - key.nationalLinePassed()).orElse(0L);
    }

    /** A line of the whole table, as its first column says it. */
    static Words at(MeasuredKey.Row row) {
        return switch (row) {
            case MeasuredKey.AtMark(var mark, _) -> new Words(mark.toString(), mark.toString());
            case MeasuredKey.AtTotal(var total, _) -> new Words("总分 " + total, "total " + total);
            case MeasuredKey.InSubject(var subject, var mark, _) ->
                    new Words("科目" + subject + "：" + mark, "subject " + subject + ": " + mark);
        };
    }

    /** The name of a file of this case, without its ending. */
    String fileName() {
        String id = proposal().id().toString();
        return "line-" + dossier.rule().session() + "-" + id.substring(0, 8);
    }
}
