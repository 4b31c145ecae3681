package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.server.exam.DeclaredGround;
import java.time.Instant;

/** What a commitment is made to: enough to prove later what was declared, and when. */
final class Committed {
    private Committed() {}

    /**
     * Canonical JSON, the same from the form and, later, from the row.
     *
     * @param person the keyed digest of the roster, hexadecimal
     * @param accepted whether the commitment (承诺书) was accepted
     */
    static Json.Obj to(
            SessionId session,
            String admissionNumber,
            String person,
            DeclaredGround ground,
            DivisionCode place,
            Instant arrival,
            boolean accepted) {
        return Json.object()
                .put("session", session.value())
                .put("admissionNumber", admissionNumber)
                .put("person", person)
                .put("ground", ground.name())
                .put("place", place.value())
                .put("arrivedAt", Beijing.text(arrival))
                .put("commitmentAccepted", accepted)
                .build();
    }
}
