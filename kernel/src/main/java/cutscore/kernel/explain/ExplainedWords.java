package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.line.AreaList;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.rule.LineRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An explanation as sentences, in the order in which the engine asks. */
final class ExplainedWords {
    private final ExplainedExaminee it;

    ExplainedWords(ExplainedExaminee it) {
        this.it = it;
    }

    List<Words> all() {
        var out = new ArrayList<Words>();
        out.add(headline());
        out.add(counted());
        out.add(area());
        out.add(pool());
        out.add(standard());
        out.addAll(it.marks().words());
        boolean first = true;
        for (ExplainedChange change : it.changes()) {
            out.add(labelled(change, first));
            first = false;
        }
        return List.copyOf(out);
    }

    /** Several obstacles are overcome together; an area and a declaration are alternatives. */
    private Words labelled(ExplainedChange change, boolean first) {
        var words = change.words();
        if (first || it.isIn()) {
            return new Words("什么会改变结论：" + words.zh(), "what would change it: " + words.en());
        }
        return change.kind() == ExplainedChange.Kind.AREA
                ? new Words("或者：" + words.zh(), "or: " + words.en())
                : new Words("并且：" + words.zh(), "and also: " + words.en());
    }

    Words headline() {
        return switch (it.outcome()) {
            case IN_BY_NATIONAL_LINE ->
                    new Words(
                            "在内：各科都达到全国合格标准 " + it.rule().national(),
                            "in: every subject meets the national line of " + it.rule().national());
            case IN_BY_SEPARATE_LINE ->
                    new Words(
                            "在内：达到" + it.key() + "的单独划线合格标准",
                            "in: the separate line of " + it.key() + " is reached");
            case OUT -> out();
        };
    }

    private Words out() {
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (Obstacle obstacle : it.obstacles()) {
            switch (obstacle) {
                case SESSION_VOIDED -> {
                    zh.add("该次考试成绩已因违纪取消");
                    en.add("the marks of the session are void");
                }
                case NOT_AN_EXAMINEE -> {
                    zh.add("不算参考人员");
                    en.add("not an examinee");
                }
                case OUTSIDE_THE_POOL -> {
                    zh.add("单独线不适用于此人");
                    en.add("the separate line does not apply");
                }
                case NATIONAL_LINE_STANDS -> {
                    zh.add("本次没有单独线，且未达到全国合格标准");
                    en.add("no separate line this time, and the national one is not met");
                }
                case BELOW_THE_LINE -> {
                    zh.add("成绩未达到单独线");
                    en.add("the marks do not reach the separate line");
                }
            }
        }
        return new Words("不在内：" + String.join("；", zh), "out: " + String.join("; ", en));
    }

    private Words counted() {
        String sat = it.rule().sat().word();
        return switch (it.trace().counted()) {
            case COUNTED ->
                    new Words(
                            "计入参考人员（sat：" + sat + "）", "counted as an examinee (sat: " + sat + ")");
            case VOIDED -> new Words("违纪取消，不计入任何人数", "session voided: in no count");
            case NOT_SAT ->
                    new Words(
                            "参加的科目不够，不计入参考人员（sat：" + sat + "）",
                            "too few subjects sat, not counted (sat: " + sat + ")");
        };
    }

    private Words area() {
        String at = it.place() + " " + it.registeredAt();
        return switch (it.area()) {
            case AreaFact.Listed(var rows) ->
                    new Words(
                            "报名地 " + at + " 是单独划线地区：" + sources(rows),
                            "registered at " + at + ", a line area: " + sources(rows));
            case AreaFact.NotInForce(var rows) ->
                    new Words(
                            "报名地 "
                                    + at
                                    + " 在名单中，但考试首日 "
                                    + it.examDay()
                                    + " 不在生效期内："
                                    + sources(rows),
                            "registered at "
                                    + at
                                    + ", listed but not in force on "
                                    + it.examDay()
                                    + ": "
                                    + sources(rows));
            case AreaFact.NotListed _ ->
                    new Words(
                            "报名地 " + at + " 不在地区名单中", "registered at " + at + ", not a line area");
            case AreaFact.CountyNotKnown _ ->
                    new Words(
                            "名册只写到 " + at + "，不知道是哪个县，不算在任何地区",
                            "the roster says only "
                                    + at
                                    + ": the county is not known, so in no line area");
            case AreaFact.Added _ ->
                    new Words(
                            "报名地 " + at + " 按假设的改动列入地区",
                            "registered at " + at + ", a line area by the assumed change");
            case AreaFact.Removed(var rows) ->
                    new Words(
                            "报名地 " + at + " 按假设的改动移出地区" + removed(rows),
                            "registered at "
                                    + at
                                    + ", taken out of the areas by the assumed change"
                                    + removed(rows));
        };
    }

    private static String removed(List<AreaList.Row> rows) {
        return rows.isEmpty() ? "" : "（" + sources(rows) + "）";
    }

    private static String sources(List<AreaList.Row> rows) {
        return String.join("；", rows.stream().map(ExplainedWords::source).toList());
    }

    /** 甘孜州 513300 · 涉藏州县 · 2023-05-27– · 川人社函〔2023〕1号 */
    private static String source(AreaList.Row row) {
        String called = (row.name() + " " + row.code()).strip();
        var inForce = row.inForce();
        String from = day(inForce.from());
        String to = day(inForce.to());
        String period = from.isEmpty() && to.isEmpty() ? "" : from + "–" + to;
        return String.join(
                " · ",
                Stream.of(called, row.ground(), period, row.circular())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return Optional.ofNullable(day).map(LocalDate::toString).orElse("");
    }

    private Words pool() {
        String setting = it.rule().pool().word();
        String declaredZh =
                it.declared().map(yes -> yes ? "有审核通过的申报" : "没有审核通过的申报").orElse("没有给出申报名单");
        String declaredEn =
                it.declared()
                        .map(yes -> yes ? "an approved declaration" : "no approved declaration")
                        .orElse("no list of declarations given");
        boolean in = it.trace().measured();
        String zh = in ? "在测算对象内" : "不在测算对象内";
        String en = in ? "in the pool" : "not in the pool";
        boolean applies = !in && it.trace().declared() && it.trace().isCounted();
        boolean rateOnly = applies && it.rule().pool() == LineRule.Pool.REGISTERED;
        return new Words(
                zh + "（pool：" + setting + "），" + declaredZh + (rateOnly ? "；不计入通过率，但按这条线衡量" : ""),
                en
                        + " (pool: "
                        + setting
                        + "), "
                        + declaredEn
                        + (rateOnly ? "; not in the rate, but the line applies" : ""));
    }

    private Words standard() {
        return switch (it.standard()) {
            case LineOutcome.SeparateLine separate ->
                    new Words(
                            it.key() + "的单独划线合格标准：" + separate.line().words().zh() + "（含）",
                            "the separate line of "
                                    + it.key()
                                    + ": "
                                    + separate.line().words().en()
                                    + ", the line itself counts");
            case LineOutcome.NationalLineStands(var reason) ->
                    new Words(
                            it.key()
                                    + "本次没有单独线，执行全国合格标准 "
                                    + it.rule().national()
                                    + "（"
                                    + reason
                                    + "）",
                            "the national line of "
                                    + it.rule().national()
                                    + " stands for "
                                    + it.key()
                                    + " ("
                                    + reason.words().en()
                                    + ")");
        };
    }
}
