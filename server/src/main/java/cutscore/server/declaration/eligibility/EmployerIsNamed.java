package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** Who declares by work names where. */
record EmployerIsNamed() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("四(二)");
    }

    @Override
    public Hint check(CaseFacts facts) {
        return facts.employer().isBlank()
                ? hint(Weight.DOUBT, "没有写工作单位，只能从材料里看", "no employer was named: see the evidence")
                : hint(Weight.OK, "写明了工作单位；请与材料上的公章核对", "an employer is named: compare the seal");
    }
}
