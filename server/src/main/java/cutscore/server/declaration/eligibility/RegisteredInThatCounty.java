package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.server.roster.RosterEntry;

/** Who declares by registration is registered, by the roster, in that very county. */
record RegisteredInThatCounty() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("四(一)");
    }

    @Override
    public Hint check(CaseFacts facts) {
        var division = facts.entry().map(RosterEntry::division);
        if (division.isEmpty()) {
            return hint(Weight.STOP, "名册里没有这个准考证号", "the roster has no such admission number");
        }
        return division.get().equals(facts.place())
                ? hint(Weight.OK, "名册的报名地就是所填的县（市、区）", "the roster has the same county")
                : hint(
                        Weight.STOP,
                        "名册的报名地与所填的县（市、区）不同",
                        "the roster has another place of registration");
    }
}
