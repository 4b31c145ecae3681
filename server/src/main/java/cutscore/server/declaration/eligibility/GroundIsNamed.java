package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** The province's circular names the declared ground. */
record GroundIsNamed() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("二");
    }

    @Override
    public Hint check(CaseFacts facts) {
        var rule = facts.rule();
        if (rule.grounds().contains(facts.ground())) {
            return hint(
                    Weight.OK,
                    rule.stated() ? "通知列出了这一种情况" : "本省通知没有细列，按人社厅发〔2022〕25号的两种情况",
                    rule.stated()
                            ? "the circular names this ground"
                            : "the province names none; the two of 人社厅发〔2022〕25号 apply");
        }
        return hint(
                rule.stated() ? Weight.STOP : Weight.DOUBT,
                "通知没有列出这一种情况",
                "the circular does not name this ground");
    }
}
