package cutscore.server.line.web.workbench;

import cutscore.kernel.Words;
import cutscore.kernel.id.SessionId;
import java.util.UUID;

/**
 * What everything on the workbench was counted from.
 *
 * @param id of the snapshot
 * @param areas whose line areas
 * @param digest one for all inputs; its first characters stand at every chart
 */
record InputSet(UUID id, SessionId session, Words areas, String digest) {

    /** The workbench's address for it. */
    String path() {
        return WorkbenchController.PATH + "/" + id;
    }

    String shortly() {
        return digest.substring(0, 16);
    }
}
