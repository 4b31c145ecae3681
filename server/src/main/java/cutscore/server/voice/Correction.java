package cutscore.server.voice;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to correct a fact of the roster.
 *
 * @param province whose leads answer: where the person registered
 * @param stands the fact as the roster had it when it was disputed
 * @param wanted what it should be, in the person's words
 * @param why in the person's words; may be empty
 * @param ledgerIndex where the request stands in the ledger
 */
public record Correction(
        UUID id,
        SessionId session,
        String admissionNumber,
        DivisionCode province,
        Fact fact,
        String stands,
        String wanted,
        String why,
        Instant askedAt,
        long ledgerIndex,
        Optional<Answer> answer) {

    /**
     * How a lead answered.
     *
     * @param task what the office must do now; empty when refused
     * @param officer who answered
     */
    public record Answer(
            boolean accepted,
            String reason,
            String task,
            UUID officer,
            Instant at,
            long ledgerIndex) {}

    public Words state() {
        return answer.map(
                        given ->
                                given.accepted()
                                        ? new Words("同意更正，正在办", "accepted, being done")
                                        : new Words("没有同意", "not accepted"))
                .orElseGet(() -> new Words("等待核对", "waiting to be checked"));
    }

    /** ok, out or wait. */
    public String mark() {
        return answer.map(given -> given.accepted() ? "ok" : "out").orElse("wait");
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "Correction[" + id + ", " + fact + "]";
    }
}
