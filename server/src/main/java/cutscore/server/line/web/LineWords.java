package cutscore.server.line.web;

import cutscore.kernel.Words;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.util.stream.Collectors;

/** A line, its outcome and a rule's settings in words: the same on every page and paper. */
public final class LineWords {
    private LineWords() {}

    /** 39 分 · 42、40、41 分 · 总分 130 分。 */
    public static Words line(PassingLine line) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> new Words(mark + " 分", mark.toString());
            case PassingLine.BySubject(var marks) ->
                    new Words(
                            marks.stream().map(Score::toString).collect(Collectors.joining("、"))
                                    + " 分",
                            marks.stream().map(Score::toString).collect(Collectors.joining(", ")));
            case PassingLine.TotalAndFloor(var total, _) ->
                    new Words("总分 " + total + " 分", "total " + total);
        };
    }

    /** What the settings came to; "the national line stands" is a result like the other. */
    public static Words outcome(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.SeparateLine separate -> {
                var words = line(separate.line());
                yield new Words("单独划线 " + words.zh(), "separate line: " + words.en());
            }
            case LineOutcome.NationalLineStands(var reason) -> stands(reason);
        };
    }

    private static Words stands(LineOutcome.Reason reason) {
        return switch (reason) {
            case NOBODY_SAT -> new Words("没有单独线，同全国：无人参考", "the national line stands: nobody sat");
            case NOBODY_MEASURED ->
                    new Words("没有单独线，同全国：无人适用", "the national line stands: nobody is measured");
            case CAP_REACHED ->
                    new Words(
                            "没有单独线，同全国：再低就超过全国通过率",
                            "the national line stands: any lower mark exceeds the national rate");
            case NOTHING_GAINED ->
                    new Words(
                            "没有单独线，同全国：没有人因此增加",
                            "the national line stands: nobody more would pass");
        };
    }

    /** What gets a line of its own. */
    public static Words key(LineRule.Key key) {
        return switch (key) {
            case LEVEL -> new Words("每个级别一条线", "a line for each level");
            case SESSION -> new Words("全部级别同一条线", "one line for all levels");
            case QUALIFICATION -> new Words("每个资格一条线", "a line for each qualification");
        };
    }

    public static Words shape(Shape shape) {
        return switch (shape) {
            case Shape.Uniform() -> new Words("各科同一分数", "one mark for every subject");
            case Shape.PerSubject() -> new Words("各科各自的分数", "a mark for each subject");
            case Shape.TotalAndFloor(var floor) ->
                    new Words(
                            "总分，每科不低于 " + floor + " 分",
                            "a total, with at least " + floor + " in each subject");
        };
    }

    /** Who is an examinee: the denominator of the national rate. */
    public static Words sat(LineRule.Sat sat) {
        return switch (sat) {
            case ANY -> new Words("至少一科有成绩的人", "who sat at least one subject");
            case ALL -> new Words("各科都有成绩的人", "who sat every subject");
            case REGISTERED -> new Words("名册上的所有人", "everybody on the roster");
        };
    }

    /** Who is measured: the denominator of the separate rate. */
    public static Words pool(LineRule.Pool pool) {
        return switch (pool) {
            case REGISTERED -> new Words("在单独划线地区报名的人", "who registered in a line area");
            case DECLARED -> new Words("申报获得通过的人", "whose declaration was approved");
            case BOTH -> new Words("两者的并集", "either of the two");
        };
    }

    /** The denominators in one sentence, printed at every chart: the circulars define neither. */
    public static Words denominators(LineRule rule) {
        var sat = sat(rule.sat());
        var pool = pool(rule.pool());
        return new Words(
                "全国分母：" + sat.zh() + "；单独线分母：其中" + pool.zh(),
                "national denominator: " + sat.en() + "; separate: of them, " + pool.en());
    }
}
