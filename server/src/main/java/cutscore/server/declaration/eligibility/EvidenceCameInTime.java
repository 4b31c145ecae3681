package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** Evidence came with the declaration, within the announced time after it, or with a correction. */
record EvidenceCameInTime() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("二");
    }

    @Override
    public Hint check(CaseFacts facts) {
        long late = facts.sent().stream().filter(one -> isLate(one, facts)).count();
        return late == 0
                ? hint(Weight.OK, "材料都在时间内到达", "the evidence came in time")
                : hint(Weight.DOUBT, late + " 份材料在时间之外到达", late + " files came outside their time");
    }

    private static boolean isLate(CaseFacts.SentItem one, CaseFacts facts) {
        boolean first = !one.at().isAfter(facts.arrived());
        boolean followed =
                facts.evidenceUntil().filter(until -> !one.at().isAfter(until)).isPresent();
        return !first && !followed && !facts.mended().contains(one.at());
    }
}
