package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.server.roster.RosterEntry;

/** Marks that were voided for a violation count for nothing. */
record SittingIsNotVoided() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.order31("第七条");
    }

    @Override
    public Hint check(CaseFacts facts) {
        return facts.entry().filter(RosterEntry::voided).isPresent()
                ? hint(Weight.STOP, "这次考试成绩因违纪被取消", "the marks of this session were voided")
                : hint(Weight.OK, "成绩没有被取消", "the marks were not voided");
    }
}
