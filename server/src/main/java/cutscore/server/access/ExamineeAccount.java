package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.util.Optional;
import java.util.UUID;

/**
 * An examinee's account, and the sitting that is in question: it opens what belongs to one
 * admission number of one exam session.
 *
 * @param id of the account, whichever sitting is in question
 * @param person the roster's keyed digest, 64 hexadecimal characters; empty for an invented account
 *     beside any roster
 */
public record ExamineeAccount(
        UUID id, SessionId session, String admissionNumber, Optional<String> person) {

    ExamineeAccount at(SessionId otherSession, String otherNumber) {
        return new ExamineeAccount(id, otherSession, otherNumber, person);
    }

    /** Without the admission number, so that no log can hold it. */
    @Override
    public String toString() {
        return "ExamineeAccount[id=" + id + "]";
    }
}
