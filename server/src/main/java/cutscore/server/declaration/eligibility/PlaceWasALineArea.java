package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.server.area.AreaAnswer;

/** The county was a line area on the exam's first day. */
record PlaceWasALineArea() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("一");
    }

    @Override
    public Hint check(CaseFacts facts) {
        return switch (facts.area()) {
            case AreaAnswer.In in ->
                    hint(
                            Weight.OK,
                            in.name() + "在考试当天是单独划线地区",
                            "the county was a line area on the day of the exam");
            case AreaAnswer.Out out ->
                    hint(
                            Weight.STOP,
                            out.name() + "在考试当天不是单独划线地区",
                            "the county was no line area on the day of the exam");
            case AreaAnswer.NotKnown _, AreaAnswer.Counties _, AreaAnswer.NoSuchDivision _ ->
                    hint(
                            Weight.DOUBT,
                            "我们的地区名单里查不到这个地方的结论，请按文件核实",
                            "our lists do not say whether that place counts: check the document");
        };
    }
}
