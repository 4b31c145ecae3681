package cutscore.server.export;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An export, from the asking to the end of its file.
 *
 * @param officer who asked, and alone may take the file
 * @param province whose list it is
 * @param filter what stands behind the question mark of the list
 * @param purpose in the officer's words
 * @param rowsTotal as counted when it was asked for
 * @param rowsDone how many are written
 * @param downloads how often the file was taken
 */
public record ExportJob(
        UUID id,
        UUID officer,
        String officerName,
        DivisionCode province,
        String filter,
        Format format,
        Purpose kind,
        String purpose,
        Instant askedAt,
        Stage stage,
        long rowsTotal,
        long rowsDone,
        Optional<String> sha256,
        Optional<Instant> goneAfter,
        long downloads) {

    /** Where it stands. */
    public enum Stage {
        WAITING,
        RUNNING,
        READY,
        FAILED,
        GONE
    }

    /** Whether the page that shows it will look different soon. */
    public boolean isUnderWay() {
        return stage == Stage.WAITING || stage == Stage.RUNNING;
    }

    public String fileName() {
        return "cutscore-" + id.toString().substring(0, 8) + "." + format.ending();
    }
}
