package cutscore.server.publication;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.LineOutcome.NationalLineStands;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import cutscore.server.line.PublishedLine;
import java.util.List;
import java.util.Optional;

/**
 * How outcomes and rates are said. Rates are compared as fractions; a percentage is for reading.
 */
final class Wording {
    private Wording() {}

    static AnnouncedLine of(MeasuredKey key, PublishedLine line) {
        return new AnnouncedLine(
                key.key(),
                value(key.outcome(), line.rule()),
                subjects(key.key(), line),
                reason(key.outcome()),
                separateRate(key),
                rate(key.nationalPassed(), key.examinees()));
    }

    /** 科目一 42 分, or the subject's own name where a line is for one qualification. */
    private static List<Words> subjects(String key, PublishedLine line) {
        var names =
                line.rule().key() == LineRule.Key.QUALIFICATION
                        ? Qualifications.builtIn().find(key).map(Qualification::subjects)
                        : Optional.<List<String>>empty();
        return line.marks().entrySet().stream()
                .filter(mark -> mark.getKey().key().equals(key))
                .flatMap(
                        mark ->
                                mark.getKey().subject().stream()
                                        .map(number -> subject(names, number, mark.getValue())))
                .toList();
    }

    private static Words subject(Optional<List<String>> names, int number, Score mark) {
        String zh =
                names.map(each -> each.get(number - 1))
                        .orElseGet(() -> "科目" + "一二三".charAt(number - 1));
        String en = names.isPresent() ? zh : "subject " + number;
        return new Words(zh + " " + mark + " 分", en + ": " + mark);
    }

    private static Words value(LineOutcome outcome, LineRule rule) {
        return switch (outcome) {
            case SeparateLine line ->
                    new Words(
                            line.line().words().zh() + "（含）",
                            line.line().words().en() + ", inclusive");
            case NationalLineStands _ ->
                    new Words(
                            "不单独划线，执行全国合格标准（每科 " + rule.national() + " 分）",
                            "no separate line: the national line stands ("
                                    + rule.national()
                                    + " in every subject)");
        };
    }

    private static Words reason(LineOutcome outcome) {
        return switch (outcome) {
            case SeparateLine line when line.fails().isPresent() ->
                    new Words(
                            "这是通过率不高于全国平均通过率的最低分数线；再低一档（"
                                    + line.fails().get().at().words().zh()
                                    + "）即高于全国",
                            "the lowest line that keeps the rate at or below the national one; at "
                                    + line.fails().get().at().words().en()
                                    + " it would be above");
            case SeparateLine _ ->
                    new Words(
                            "这是允许的最低分数线，通过率仍不高于全国平均通过率",
                            "the lowest mark allowed, and the rate still keeps to the national"
                                    + " one");
            case NationalLineStands(var why) -> reason(why);
        };
    }

    private static Words reason(LineOutcome.Reason why) {
        return switch (why) {
            case NOBODY_SAT -> new Words("本级别无人参加考试", "nobody sat at this level");
            case NOBODY_MEASURED ->
                    new Words("本级别在单独划线地区无人参加考试", "nobody at this level is measured");
            case CAP_REACHED ->
                    new Words(
                            "任何低于全国标准的分数线都会使通过率高于全国平均通过率",
                            "any mark below the national one would pass more than the national"
                                    + " rate");
            case NOTHING_GAINED ->
                    new Words(
                            "在通过率不高于全国的前提下，降低分数线不会增加合格人员",
                            "within the national rate nobody more would pass by a lower mark");
        };
    }

    private static Words separateRate(MeasuredKey key) {
        return switch (key.outcome()) {
            case SeparateLine line -> rate(line.passed(), key.pool());
            case NationalLineStands _ -> rate(key.nationalLinePassed(), key.pool());
        };
    }

    /** {@code 412/1 903 = 21.65 %}; an empty pool has no rate. */
    static Words rate(long passed, long of) {
        if (of == 0) {
            return new Words("无人（0 人）", "nobody (0 people)");
        }
        String text = grouped(passed) + "/" + grouped(of) + " = " + percent(passed, of) + " %";
        return new Words(text, text);
    }

    /** Hundredths of a percent, rounded half up, by whole numbers only. */
    private static String percent(long passed, long of) {
        long hundredths = (2 * Math.multiplyExact(passed, 10_000L) + of) / (2 * of);
        long rest = hundredths % 100;
        return hundredths / 100 + "." + (rest < 10 ? "0" : "") + rest;
    }

    private static String grouped(long number) {
        return Long.toString(number).replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "\u00a0");
    }
}
