package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.IssueRoute;
import java.util.List;
import java.util.UUID;

/**
 * What decides about one declarant.
 *
 * @param declaration its id
 * @param person the blind index of the identity number, as the roster gives it
 * @param name for the paper
 * @param scores in the order of the qualification's subjects
 * @param voided whether the whole session was voided
 * @param route by the ground declared: registered there, or works there
 * @param province whose body issues
 * @param approved whether the review accepted the declaration
 */
record AwardFacts(
        UUID declaration,
        SessionId session,
        String admissionNumber,
        String person,
        String name,
        Qualification qualification,
        List<SubjectScore> scores,
        boolean voided,
        IssueRoute route,
        DivisionCode province,
        boolean approved) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "AwardFacts[" + declaration + "]";
    }
}
