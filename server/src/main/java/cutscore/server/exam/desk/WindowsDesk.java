package cutscore.server.exam.desk;

import cutscore.kernel.id.Division;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.ProposedExtension;
import cutscore.server.exam.ProposedWindow;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.web.FieldFault;
import java.util.List;

/**
 * The page of windows as its officer needs it.
 *
 * @param windows those this officer may extend
 * @param proposed announcements that wait for a second officer
 * @param extensions extensions that wait, each with its window
 * @param provinces where this officer may announce
 * @param extending the window the extension's fault belongs to, or empty
 */
record WindowsDesk(
        List<WindowOnRecord> windows,
        List<ProposedWindow> proposed,
        List<Waiting> extensions,
        List<ExamSession> sessions,
        List<Division> provinces,
        WindowForm form,
        String extending,
        String closes,
        String reason,
        List<FieldFault> faults) {

    /** An extension that waits, and the window as it stands. */
    record Waiting(ProposedExtension extension, WindowOnRecord window) {}
}
