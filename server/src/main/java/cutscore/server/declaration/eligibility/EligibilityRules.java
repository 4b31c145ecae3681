package cutscore.server.declaration.eligibility;

import cutscore.server.exam.DeclaredGround;
import java.util.ArrayList;
import java.util.List;

/** Which rules are asked of a case: some of every one, some of its ground. */
public final class EligibilityRules {
    private EligibilityRules() {}

    /** Every rule there is, in the order in which they are asked. */
    public static List<EligibilityRule> all() {
        return List.of(
                new SittingIsNotVoided(),
                new NationalLineIsNotMet(),
                new SatInEverySubject(),
                new GroundIsNamed(),
                new PlaceWasALineArea(),
                new RegisteredInThatCounty(),
                new EmployerIsNamed(),
                new ArrivedInItsWindow(),
                new EveryRequiredItemWasSent(),
                new EvidenceCameInTime(),
                new DeclaredNowhereElse(),
                new NameReadsOneWay());
    }

    /** Those that this case's ground, as its province and session name it, asks for. */
    public static List<EligibilityRule> of(CaseFacts facts) {
        var rules = new ArrayList<>(all());
        rules.removeIf(rule -> !concerns(rule, facts));
        return List.copyOf(rules);
    }

    /** What all of them find, in their order. */
    public static List<Hint> hints(CaseFacts facts) {
        return of(facts).stream().map(rule -> rule.check(facts)).toList();
    }

    private static boolean concerns(EligibilityRule rule, CaseFacts facts) {
        return switch (rule) {
            case RegisteredInThatCounty _ -> facts.ground() == DeclaredGround.REGISTERED;
            case EmployerIsNamed _ -> facts.ground() == DeclaredGround.WORKS;
            case EvidenceCameInTime _ -> !facts.sent().isEmpty();
            case PlaceWasALineArea _,
                    GroundIsNamed _,
                    ArrivedInItsWindow _,
                    EveryRequiredItemWasSent _,
                    NationalLineIsNotMet _,
                    SittingIsNotVoided _,
                    SatInEverySubject _,
                    DeclaredNowhereElse _,
                    NameReadsOneWay _ ->
                    true;
        };
    }
}
