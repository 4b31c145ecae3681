package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.IssueRoute;
import java.util.Optional;

/**
 * How many declarants of a province have one outcome, and how far their certificates are.
 *
 * @param route of those who are awarded; empty for every other outcome
 * @param people who have the outcome
 * @param batched those of them who are in a batch
 * @param issued those whose certificate is sealed, annulled ones among them
 * @param annulled those whose certificate is void
 */
public record AwardStanding(
        DivisionCode province,
        AwardOutcome outcome,
        Optional<IssueRoute> route,
        long people,
        long batched,
        long issued,
        long annulled) {

    /** Awarded and in no batch yet. */
    public long waiting() {
        return outcome == AwardOutcome.AWARDED ? people - batched : 0;
    }
}
