package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.server.access.Contact;

/** A way out of the house: mail or SMS. */
interface Way {

    /** Which addresses it serves. */
    Contact.Channel channel();

    /** Whether it was set up. */
    boolean isReady();

    /** What sending came to. */
    sealed interface Outcome {
        /** The next house has taken it. */
        record Taken() implements Outcome {}

        /** Not now: it is tried again. */
        record Later(Words why) implements Outcome {}

        /** Never by this address: for the staff's list. */
        record Never(Words why) implements Outcome {}
    }

    /**
     * Sends one message.
     *
     * @param key says which delivery it is, for who can tell doubles apart
     */
    Outcome send(Letter letter, String key);

    /**
     * What goes out.
     *
     * @param code empty unless it is a code's
     * @param stop the address that stops further messages; empty where they cannot be stopped
     */
    record Letter(Contact to, Text text, String code, String stop) {
        /** Without address and code. */
        @Override
        public String toString() {
            return "Letter";
        }
    }
}
