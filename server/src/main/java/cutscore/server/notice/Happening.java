package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to one person, written down in its own transaction.
 *
 * @param session with the admission number, whose it is; or the person stands for it
 * @param what words that go into the message; nothing personal
 * @param until a deadline, or when a code stops counting
 * @param sealed addresses and a code, for what is told at once; else those on record are used
 */
record Happening(
        long id,
        Kind kind,
        Optional<SessionId> session,
        String admissionNumber,
        Words what,
        Optional<Instant> until,
        Optional<byte[]> sealed) {

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "Happening[" + id + ", " + kind + "]";
    }
}
