package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.explain.ExplainedChange.Kind;
import cutscore.kernel.rule.LineRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What would change an explanation, from its obstacles or, where there are none, from its grounds.
 */
final class ChangeWords {
    private final ExplainedExaminee it;

    ChangeWords(ExplainedExaminee it) {
        this.it = it;
    }

    List<ExplainedChange> all() {
        var out = new ArrayList<ExplainedChange>();
        it.obstacles().forEach(obstacle -> against(obstacle, out));
        if (it.isIn()) {
            out.add(margin());
        }
        if (it.outcome() == ExplainedOutcome.IN_BY_SEPARATE_LINE) {
            grounds(out);
        }
        return List.copyOf(out);
    }

    private void against(Obstacle obstacle, List<ExplainedChange> out) {
        switch (obstacle) {
            case SESSION_VOIDED ->
                    out.add(
                            ExplainedChange.of(
                                    Kind.STANDING,
                                    "违纪取消的决定被撤销，才重新计入",
                                    "counted again only if the decision that voided the session is"
                                            + " lifted"));
            case NOT_AN_EXAMINEE ->
                    out.add(
                            ExplainedChange.of(
                                    Kind.SAT,
                                    "规则的 sat 是 " + it.rule().sat().word() + "：参加的科目不够，不算参考人员",
                                    "the rule's sat is "
                                            + it.rule().sat().word()
                                            + ": too few subjects were sat to be an examinee"));
            case OUTSIDE_THE_POOL -> outside(out);
            case NATIONAL_LINE_STANDS -> out.add(marks("全国合格标准", "the national line"));
            case BELOW_THE_LINE -> out.add(marks("单独划线合格标准", "the separate line"));
        }
    }

    private ExplainedChange marks(String zh, String en) {
        var needed = it.marks().needed();
        var words = needed.words();
        return new ExplainedChange(
                Kind.MARKS,
                new Words(words.zh() + "，即达到" + zh, words.en() + " would reach " + en),
                Optional.of(needed));
    }

    private void outside(List<ExplainedChange> out) {
        boolean counts = it.rule().pool() != LineRule.Pool.REGISTERED;
        out.add(
                counts
                        ? ExplainedChange.of(
                                Kind.DECLARATION,
                                "申报审核通过才计入测算对象",
                                "an approved declaration would put them in the pool")
                        : ExplainedChange.of(
                                Kind.DECLARATION,
                                "报名地不在地区内：只有申报审核通过，才按这条线衡量（不计入通过率）",
                                "registered outside the areas: only an approved declaration makes"
                                        + " the line apply (it does not enter the rate)"));
        if (it.rule().pool() != LineRule.Pool.DECLARED) {
            out.add(area());
        }
    }

    private ExplainedChange area() {
        return switch (it.area()) {
            case AreaFact.CountyNotKnown _ ->
                    ExplainedChange.of(
                            Kind.AREA,
                            "名册写明报名的县（市、区），且该县在地区内",
                            "a roster that names the county, if that county is a line area");
            case AreaFact.NotInForce _ ->
                    ExplainedChange.of(
                            Kind.AREA,
                            it.place() + "在考试首日 " + it.examDay() + " 生效",
                            it.place() + " in force on the exam's first day " + it.examDay());
            case AreaFact.Listed _, AreaFact.Added _, AreaFact.NotListed _, AreaFact.Removed _ ->
                    ExplainedChange.of(
                            Kind.AREA,
                            it.place() + "列入单独划线地区并在 " + it.examDay() + " 生效",
                            it.place() + " made a line area in force on " + it.examDay());
        };
    }

    /** How far the marks may fall before the line in question is missed. */
    private ExplainedChange margin() {
        boolean national = it.outcome() == ExplainedOutcome.IN_BY_NATIONAL_LINE;
        String zh = national ? "全国合格标准" : "单独划线合格标准";
        String en = national ? "the national line" : "the separate line";
        var each = it.marks().subjects().stream().map(s -> spare(s, national)).toList();
        var parts = new ArrayList<>(each);
        spareTotal(national).ifPresent(parts::add);
        return ExplainedChange.of(
                Kind.MARGIN,
                zh + "的余量：" + join(parts, Words::zh, "，"),
                "to spare above " + en + ": " + join(parts, Words::en, ", "));
    }

    private static Words spare(ExplainedSubject subject, boolean national) {
        int over =
                (national || subject.line().isEmpty() ? subject.toNational() : subject.toLine())
                        .orElse(0);
        return new Words(
                subject.name() + " " + Points.of(over) + " 分",
                Points.of(over) + " in subject " + subject.number());
    }

    private Optional<Words> spareTotal(boolean national) {
        if (national || it.marks().askedTotal().isEmpty()) {
            return Optional.empty();
        }
        var asked = it.marks().askedTotal().get();
        return it.marks()
                .sum()
                .map(sum -> Points.of(sum.halfPoints() - asked.halfPoints()))
                .map(over -> new Words("总分 " + over + " 分", over + " in total"));
    }

    private static String join(
            List<Words> parts, java.util.function.Function<Words, String> half, String between) {
        return parts.stream().map(half).collect(Collectors.joining(between));
    }

    /** Why the separate line applies, and what would take that away. */
    private void grounds(List<ExplainedChange> out) {
        boolean registered = it.trace().registered() && it.rule().pool() != LineRule.Pool.DECLARED;
        if (registered) {
            out.add(
                    ExplainedChange.of(
                            Kind.AREA,
                            it.trace().declared()
                                    ? it.place() + "移出地区：因有审核通过的申报，仍按这条线衡量"
                                    : it.place() + "移出地区，则不再按这条线衡量",
                            it.trace().declared()
                                    ? it.place()
                                            + " taken out of the areas: the approved declaration"
                                            + " still makes the line apply"
                                    : it.place()
                                            + " taken out of the areas: the line no longer"
                                            + " applies"));
        } else {
            out.add(
                    ExplainedChange.of(
                            Kind.DECLARATION,
                            "申报被撤回或撤销，则不再按这条线衡量",
                            "the declaration withdrawn: the line no longer applies"));
        }
        if (!it.trace().declared()) {
            out.add(
                    ExplainedChange.of(
                            Kind.DECLARATION,
                            it.declared().isEmpty() ? "领取证书还须有审核通过的申报（这里没有申报名单）" : "领取证书还须申报审核通过",
                            it.declared().isEmpty()
                                    ? "a certificate also takes an approved declaration (no list of"
                                            + " declarations was given)"
                                    : "a certificate also takes an approved declaration"));
        }
    }
}
