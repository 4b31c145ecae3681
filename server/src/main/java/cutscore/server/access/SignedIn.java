package cutscore.server.access;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who is signed in. Only the id: roles are asked for at every request, so a change holds at once.
 */
sealed interface SignedIn extends Serializable {
    UUID id();

    /** Somebody who works here. */
    record AsOfficer(UUID id) implements SignedIn {}

    /** Somebody who sat an exam. */
    record AsExaminee(UUID id) implements SignedIn {}
}
