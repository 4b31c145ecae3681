package cutscore.server.verification;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.Verdict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A verdict with what may be said of the certificate. It names nobody.
 *
 * @param shown empty when there is no such certificate, or what was given is not genuine
 */
public record Answer(Verdict verdict, Optional<Shown> shown) {

    /** What stands on the certificate, without the person. */
    public record Shown(
            String level,
            String qualification,
            SessionId session,
            IssueRoute route,
            LocalDate issued,
            String environment) {}

    /** The stable JSON of the verdict, and what may be said of the certificate. */
    public Json.Obj json() {
        var out = Json.object();
        verdict.json().members().forEach(out::put);
        shown.ifPresent(s -> out.put("certificate", json(s)));
        return out.build();
    }

    private static Json json(Shown shown) {
        return Json.object()
                .put("level", shown.level())
                .put("qualification", shown.qualification())
                .put("session", shown.session().value())
                .put("route", shown.route().word())
                .put("issued", shown.issued().toString())
                .put("environment", shown.environment())
                .build();
    }
}
