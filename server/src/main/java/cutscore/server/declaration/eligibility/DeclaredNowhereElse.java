package cutscore.server.declaration.eligibility;

import cutscore.kernel.id.Divisions;
import cutscore.kernel.rule.Clause;
import java.util.stream.Collectors;

/** The same person, by the roster's digest, has no other declaration of the session. */
record DeclaredNowhereElse() implements EligibilityRule {
    @Override
    public Clause clause() {
        return Clauses.notice("二");
    }

    @Override
    public Hint check(CaseFacts facts) {
        if (facts.elsewhere().isEmpty()) {
            return hint(Weight.OK, "同一人这次考试没有别的申报", "no other declaration of the same person");
        }
        return hint(
                Weight.DOUBT,
                facts.elsewhere().stream()
                        .map(one -> name(one) + " " + one.qualification())
                        .collect(Collectors.joining("、", "同一人这次考试还有申报：", "")),
                facts.elsewhere().stream()
                        .map(one -> name(one) + " " + one.qualification())
                        .collect(Collectors.joining(", ", "the same person also declared: ", "")));
    }

    private static String name(CaseFacts.Elsewhere one) {
        return Divisions.builtIn().fullName(one.province());
    }
}
