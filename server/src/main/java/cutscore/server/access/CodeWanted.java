package cutscore.server.access;

import java.time.Instant;

/**
 * A code is to be delivered at once. Whoever delivers it forgets it afterwards.
 *
 * @param contact confirmed or, when it is being confirmed, not yet
 * @param code six digits
 * @param why what it is for
 * @param until when it stops counting; real time, not business time
 */
public record CodeWanted(Contact contact, String code, Purpose why, Instant until) {

    /** What a code is for. */
    public enum Purpose {
        /** Signing in to an account that has this contact. */
        SIGN_IN,
        /** Confirming a contact, of a new account or of one that is signed in. */
        CONFIRM_CONTACT
    }

    /** Tells neither contact nor code. */
    @Override
    public String toString() {
        return "CodeWanted[" + why + "]";
    }
}
