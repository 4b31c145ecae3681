package cutscore.server.access;

import java.util.List;
import java.util.Map;

/**
 * A form that was sent when the sign-in it belongs to was over.
 *
 * @param path where it goes on to
 * @param fields as they were sent, without the token
 * @param files input and name of every file, which has to be chosen again
 * @param multipart whether it is one that takes files
 */
record WaitingForm(
        Fate fate,
        String path,
        Map<String, List<String>> fields,
        List<Chosen> files,
        boolean multipart) {

    /** What becomes of it. */
    enum Fate {
        /** It waits on the page and is sent on with one press. */
        WAITS,
        /** It holds a password, is too large, or nobody knows whose it is. */
        NOT_KEPT,
        /** Another person is signed in than the one who filled it in. */
        OF_ANOTHER
    }

    /** A file that was chosen; its content is not kept. */
    record Chosen(String input, String name) {}

    static WaitingForm gone(Fate fate) {
        return new WaitingForm(fate, "", Map.of(), List.of(), false);
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "WaitingForm[" + fate + "]";
    }
}
