package cutscore.server.declaration.eligibility;

import cutscore.kernel.Words;
import cutscore.kernel.rule.Clause;

/** One rule: one clause, one question, one reason. */
public sealed interface EligibilityRule
        permits PlaceWasALineArea,
                RegisteredInThatCounty,
                EmployerIsNamed,
                GroundIsNamed,
                ArrivedInItsWindow,
                EveryRequiredItemWasSent,
                EvidenceCameInTime,
                NationalLineIsNotMet,
                SittingIsNotVoided,
                SatInEverySubject,
                DeclaredNowhereElse,
                NameReadsOneWay {

    /** Where it is written. */
    Clause clause();

    /** What it finds; never throws for facts that can exist. */
    Hint check(CaseFacts facts);

    /** Its name: stable, as the trace keeps it. */
    default String named() {
        return getClass().getSimpleName();
    }

    /** This rule's hint. */
    default Hint hint(Weight weight, String zh, String en) {
        return new Hint(named(), weight, clause(), new Words(zh, en));
    }
}
