package cutscore.server.certificate;

import cutscore.kernel.Words;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Clause;
import cutscore.kernel.rule.Finding;
import cutscore.kernel.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that lead from a declaration to its outcome, in the order in which they are asked; the
 * first that is not met decides. Each is one clause and one reason.
 */
final class AwardRules {
    private static final String NOTICE = "单独划线证书申领通知";

    private AwardRules() {}

    /**
     * A decision with everything that was found on the way.
     *
     * @param findings in the order asked, the deciding one last
     */
    record Decided(AwardOutcome outcome, List<Finding> findings) {}

    static Decided decide(AwardFacts facts, PublishedStandard standard) {
        var findings = new ArrayList<Finding>();
        for (var step : steps(standard)) {
            var finding = step.rule().check(facts);
            findings.add(finding);
            if (!finding.met()) {
                return new Decided(step.otherwise(), List.copyOf(findings));
            }
        }
        return new Decided(AwardOutcome.AWARDED, List.copyOf(findings));
    }

    private record Step(Rule<AwardFacts> rule, AwardOutcome otherwise) {}

    private static List<Step> steps(PublishedStandard standard) {
        return List.of(
                new Step(new SessionNotVoided(), AwardOutcome.SESSION_VOIDED),
                new Step(new BelowTheNationalLine(), AwardOutcome.NATIONAL_CERTIFICATE),
                new Step(new DeclarationApproved(), AwardOutcome.NOT_APPROVED),
                new Step(new SeparateLineSet(standard), AwardOutcome.NATIONAL_LINE_STANDS),
                new Step(new ReachesTheLine(standard), AwardOutcome.BELOW_LINE));
    }

    /** Order 31: marks that were voided count for nothing. */
    record SessionNotVoided() implements Rule<AwardFacts> {
        @Override
        public Clause clause() {
            return Clause.of("人力资源和社会保障部令第31号", "第七条");
        }

        @Override
        public Finding check(AwardFacts facts) {
            return finding(
                    !facts.voided(),
                    this,
                    "SESSION_NOT_VOIDED",
                    new Words("成绩没有被取消", "the marks of the session stand"),
                    new Words("该次考试成绩已因违纪取消", "the marks were voided for a violation"));
        }
    }

    /** Who meets the national line gets the better certificate. */
    record BelowTheNationalLine() implements Rule<AwardFacts> {
        @Override
        public Clause clause() {
            return Clause.of(NOTICE, "四");
        }

        @Override
        public Finding check(AwardFacts facts) {
            var national = facts.qualification().national();
            boolean met = facts.scores().stream().allMatch(s -> s.reaches(national));
            return finding(
                    !met,
                    this,
                    "BELOW_THE_NATIONAL_LINE",
                    new Words(
                            "未达到全国合格标准 " + national,
                            "the national line of " + national + " is not met"),
                    new Words(
                            "各科都达到全国合格标准 " + national + "，领取全国有效的证书",
                            "every subject meets the national line of " + national));
        }
    }

    /** The ground declared was proved. */
    record DeclarationApproved() implements Rule<AwardFacts> {
        @Override
        public Clause clause() {
            return Clause.of(NOTICE, "二");
        }

        @Override
        public Finding check(AwardFacts facts) {
            return finding(
                    facts.approved(),
                    this,
                    "DECLARATION_APPROVED",
                    new Words("申报已审核通过", "the declaration was approved"),
                    new Words("申报没有审核通过", "the declaration was not approved"));
        }
    }

    /** A line of its own was published for the key. */
    record SeparateLineSet(PublishedStandard standard) implements Rule<AwardFacts> {
        @Override
        public Clause clause() {
            return Clause.of(NOTICE, "三");
        }

        @Override
        public Finding check(AwardFacts facts) {
            var key = standard.key();
            return finding(
                    standard.line().isPresent(),
                    this,
                    "SEPARATE_LINE_SET",
                    new Words(key + "已公布单独划线合格标准", "a separate line was published for " + key),
                    new Words(key + "本次没有单独线，同全国", "the national line stands for " + key));
        }
    }

    /** 全部科目成绩达到单独划线合格标准; the line itself counts (含). */
    record ReachesTheLine(PublishedStandard standard) implements Rule<AwardFacts> {
        @Override
        public Clause clause() {
            return Clause.of(NOTICE, "四(一)、四(二)");
        }

        @Override
        public Finding check(AwardFacts facts) {
            var national = facts.qualification().national();
            PassingLine line = standard.line().orElse(new PassingLine.EachSubject(national));
            var words = line.words();
            return finding(
                    line.reachedBy(facts.scores(), national),
                    this,
                    line instanceof PassingLine.TotalAndFloor
                            ? "REACHES_THE_LINE"
                            : "EVERY_SUBJECT_REACHES_THE_LINE",
                    new Words("成绩达到" + words.zh(), "the marks reach " + words.en()),
                    new Words(
                            "成绩未达到" + words.zh() + "，或有科目缺考、违纪",
                            "the marks do not reach "
                                    + words.en()
                                    + ", or a subject is absent or voided"));
        }
    }

    private static Finding finding(
            boolean met, Rule<AwardFacts> rule, String code, Words yes, Words no) {
        return met
                ? Finding.met(code, rule.clause(), yes)
                : Finding.notMet(code, rule.clause(), no);
    }
}
