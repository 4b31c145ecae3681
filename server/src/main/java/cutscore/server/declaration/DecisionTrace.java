package cutscore.server.declaration;

import cutscore.server.declaration.eligibility.Hint;
import java.util.List;

/**
 * What the rules had found when a declaration was decided.
 *
 * @param step which of its steps
 * @param factsVersion of the facts the rules looked at
 * @param commitment what the ledger's entry of the decision holds of it
 */
public record DecisionTrace(int step, int factsVersion, List<Hint> hints, String commitment) {
    public DecisionTrace {
        hints = List.copyOf(hints);
    }
}
