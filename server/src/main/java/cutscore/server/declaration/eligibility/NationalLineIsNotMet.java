package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** Who meets the national line gets the better certificate without any declaration. */
record NationalLineIsNotMet() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("四(一)");
    }

    @Override
    public Hint check(CaseFacts facts) {
        if (facts.entry().isEmpty()) {
            return hint(Weight.STOP, "名册里没有这个准考证号", "the roster has no such admission number");
        }
        var entry = facts.entry().get();
        return entry.reaches(entry.qualification().national())
                ? hint(
                        Weight.STOP,
                        "各科都达到全国合格标准：领全国有效的证书，不需要申报",
                        "every mark meets the national line: the nationwide certificate is better")
                : hint(Weight.OK, "没有达到全国合格标准", "the national line is not met");
    }
}
