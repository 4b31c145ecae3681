package cutscore.server.certificate;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch and how far it is.
 *
 * @param size certificates in it
 * @param digest of its list, which the second officer approves
 * @param approved by whom and when, once it is
 * @param issued sealed by now, annulled ones among them
 * @param annulled void by a decision
 * @param underWay whether this server is issuing it now
 */
public record BatchOnRecord(
        BatchId id,
        SessionId session,
        DivisionCode province,
        int size,
        String digest,
        UUID preparedBy,
        Instant preparedAt,
        Optional<Approval> approved,
        int issued,
        int annulled,
        boolean underWay) {

    /** The second officer's step. */
    public record Approval(UUID by, Instant at) {}

    /** What can be said of it in one word. */
    public enum Stage {
        PREPARED,
        ISSUING,
        STOPPED,
        ISSUED
    }

    public Stage stage() {
        if (approved.isEmpty()) {
            return Stage.PREPARED;
        }
        if (issued >= size) {
            return Stage.ISSUED;
        }
        return underWay ? Stage.ISSUING : Stage.STOPPED;
    }

    BatchOnRecord now(boolean isUnderWay) {
        return new BatchOnRecord(
                id,
                session,
                province,
                size,
                digest,
                preparedBy,
                preparedAt,
                approved,
                issued,
                annulled,
                isUnderWay);
    }
}
