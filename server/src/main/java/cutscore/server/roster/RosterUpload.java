package cutscore.server.roster;

import cutscore.kernel.id.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A roster file on its way in.
 *
 * @param fileName as the person calls it, without folders
 * @param bytes its size
 * @param trial what the trial has found so far
 * @param roster what it became, once imported
 */
public record RosterUpload(
        UUID id,
        SessionId session,
        String fileName,
        String fileSha256,
        long bytes,
        UUID by,
        Instant at,
        Stage stage,
        Trial trial,
        Optional<RosterId> roster) {

    /** Where it stands. */
    public enum Stage {
        WAITING,
        READING,
        /** No fault: it may be imported. */
        SOUND,
        /** Some rows are refused: their workbook goes back. */
        FAULTY,
        /** Cannot be read as a table at all. */
        BROKEN,
        IMPORTING,
        IMPORTED,
        DROPPED;

        /** Whether something is being done at this moment. */
        public boolean isWorking() {
            return this == WAITING || this == READING || this == IMPORTING;
        }
    }

    /**
     * Counts of a trial.
     *
     * @param rows read so far
     * @param faults refused things
     * @param takenBefore rows of an error workbook that were taken and not touched since
     * @param fresh numbers that the other roster does not hold
     * @param changed same number and person, something else differs
     * @param same nothing differs
     * @param gone on the other roster only
     * @param conflicts a number that belonged to somebody else, a person under two numbers
     * @param against the other roster: the confirmed one, else the last imported; empty without one
     */
    public record Trial(
            long rows,
            long faults,
            long takenBefore,
            long fresh,
            long changed,
            long same,
            long gone,
            long conflicts,
            Optional<RosterId> against) {}
}
