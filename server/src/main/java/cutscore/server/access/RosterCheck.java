package cutscore.server.access;

import cutscore.kernel.id.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * What the door asks the confirmed rosters. The module {@code roster} answers; it stands
 * downstream, so it is asked through this interface.
 */
public interface RosterCheck {

    /** The sessions with a confirmed roster, newest first. */
    List<SessionId> sessions();

    /**
     * Who it is, when admission number, identity number and name are those of one row. The same
     * work is done whatever does not fit.
     *
     * @return the person's keyed digest, 64 hexadecimal characters; empty when anything differs
     */
    Optional<String> person(
            SessionId session, String admissionNumber, String identityNumber, String name);

    /** Whose admission number it is; for accounts that nobody has to prove anything for. */
    Optional<String> holder(SessionId session, String admissionNumber);

    /** Every sitting of that person on a confirmed roster, newest session first. */
    List<Sitting> sittings(String person);
}
