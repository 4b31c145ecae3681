package cutscore.server.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * What an officer sets the own password with, once. Shown once, handed over in person; only its
 * digest is kept.
 *
 * @param code four times six signs with hyphens
 * @param expires on the wall clock
 */
record OneTimeCode(String code, Instant expires) implements Serializable {

    /** Without the code. */
    @Override
    public String toString() {
        return "OneTimeCode[" + expires + "]";
    }
}
