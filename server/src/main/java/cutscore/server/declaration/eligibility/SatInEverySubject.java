package cutscore.server.declaration.eligibility;

import cutscore.kernel.rule.Clause;
import cutscore.kernel.score.SubjectScore;
import java.util.List;

/** A subject without a mark reaches no line, whatever the line will be. */
record SatInEverySubject() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("四(一)");
    }

    @Override
    public Hint check(CaseFacts facts) {
        boolean gap =
                facts.entry().map(entry -> entry.scores()).orElse(List.of()).stream()
                        .anyMatch(score -> !(score instanceof SubjectScore.Marked));
        return gap
                ? hint(
                        Weight.DOUBT,
                        "有科目缺考或无成绩，任何标准线都达不到；申报本身仍可审核",
                        "a subject has no mark and reaches no line; the declaration itself may"
                                + " stand")
                : hint(Weight.OK, "每科都有成绩", "every subject has a mark");
    }
}
