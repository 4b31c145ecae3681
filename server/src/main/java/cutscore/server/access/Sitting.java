package cutscore.server.access;

import cutscore.kernel.id.SessionId;

/**
 * One exam that somebody sat or was registered for.
 *
 * @param qualification its name
 */
public record Sitting(SessionId session, String admissionNumber, String qualification) {

    /** Enough of the number for its owner to know it by. */
    public String maskedNumber() {
        int length = admissionNumber.length();
        int shown = Math.min(4, Math.max(0, length - 1));
        return "*".repeat(length - shown) + admissionNumber.substring(length - shown);
    }

    /** Without the admission number, so that no log can hold it. */
    @Override
    public String toString() {
        return "Sitting[" + session + ", " + qualification + "]";
    }
}
