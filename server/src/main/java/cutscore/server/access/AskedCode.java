package cutscore.server.access;

import java.io.Serializable;
import java.util.UUID;

/** A code that this browser asked for; kept in its session and nowhere else. */
record AskedCode(UUID id, Contact contact) implements Serializable {
    static final String SIGN_IN = "code-sign-in";
    static final String CONTACT = "code-contact";
}
