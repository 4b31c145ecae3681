package cutscore.server.declaration.declare;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.access.ExamineeAccount;
import cutscore.server.declaration.DeclarationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One person whom an officer helps at the counter.
 *
 * @param officer who fills in the form
 * @param province the officer's, and that of the county declared for
 * @param begun when the person's papers were found to fit the roster
 * @param declaration what came of it; empty until it was sent
 */
record CounterCase(
        UUID id,
        UUID officer,
        DivisionCode province,
        SessionId session,
        String admissionNumber,
        Instant begun,
        Optional<DeclarationId> declaration) {

    /** The sitting as the sheets know it; what is scanned here belongs to this case. */
    ExamineeAccount sitting() {
        return new ExamineeAccount(id, session, admissionNumber, Optional.empty());
    }

    /** The last four characters, to tell the people of one morning apart. */
    String tail() {
        return admissionNumber.substring(Math.max(0, admissionNumber.length() - 4));
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "CounterCase[" + id + "]";
    }
}
