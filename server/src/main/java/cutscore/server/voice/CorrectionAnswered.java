package cutscore.server.voice;

import cutscore.kernel.id.SessionId;

/** A request to correct the roster was answered; published inside that transaction. */
public record CorrectionAnswered(SessionId session, String admissionNumber) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "CorrectionAnswered[" + session + "]";
    }
}
