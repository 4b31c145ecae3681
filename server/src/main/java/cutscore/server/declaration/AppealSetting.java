package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.Instant;

/**
 * Whether a province has another officer look again at what it rejected.
 *
 * @param days within so many days of the rejection, its own day not counted; 0: it does not
 * @param basis the document, or the decision of the office, in its own words
 * @param ledgerIndex of the act that set it
 */
public record AppealSetting(
        SessionId session,
        DivisionCode province,
        int days,
        String basis,
        Instant setAt,
        long ledgerIndex) {

    public boolean allows() {
        return days > 0;
    }
}
