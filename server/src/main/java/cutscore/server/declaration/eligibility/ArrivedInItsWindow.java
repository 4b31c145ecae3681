package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;

/** It arrived in its window, both ends inside; what was begun in time has the announced grace. */
record ArrivedInItsWindow() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("二");
    }

    @Override
    public Hint check(CaseFacts facts) {
        if (facts.window().isEmpty()) {
            return hint(Weight.DOUBT, "查不到它到达时的申报时间", "the window it arrived in is not on record");
        }
        var window = facts.window().get();
        if (window.admits(facts.arrived())) {
            return hint(Weight.OK, "在申报时间内到达", "it arrived inside the window");
        }
        return window.admits(facts.arrived(), facts.begun())
                ? hint(
                        Weight.OK,
                        "截止前开始填写，在公布的宽限内到达",
                        "begun before the close, it arrived within the announced grace")
                : hint(Weight.STOP, "不在申报时间内到达", "it arrived outside the window");
    }
}
