package cutscore.server.exam;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Window;
import java.time.Duration;
import java.util.UUID;

/**
 * What a window's announcement would say.
 *
 * @param province a province's code
 * @param window both ends inside
 * @param grace announced time after the close in which what was begun before it may arrive
 * @param uploadTrail announced time after a submission in which its evidence may follow
 * @param circular which circular says so
 */
public record WindowDraft(
        SessionId session,
        DivisionCode province,
        Round round,
        Window window,
        Duration grace,
        Duration uploadTrail,
        UUID circular) {

    WindowOnRecord onRecord(UUID id) {
        return new WindowOnRecord(
                id, session, province, round, window, grace, uploadTrail, circular, 0);
    }
}
