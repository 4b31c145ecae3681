package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.util.UUID;

/** An examinee's account: opens what belongs to one admission number of one exam session. */
public record ExamineeAccount(UUID id, SessionId session, String admissionNumber) {

    /** Without the admission number, so that no log can hold it. */
    @Override
    public String toString() {
        return "ExamineeAccount[id=" + id + "]";
    }
}
