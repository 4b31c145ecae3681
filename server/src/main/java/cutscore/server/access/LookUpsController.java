package cutscore.server.access;

import cutscore.server.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code ui-C16}: who looked at my file. */
@Controller
class LookUpsController {
    private final ExamineeAccounts examinees;
    private final LookUps lookUps;

    LookUpsController(ExamineeAccounts examinees, LookUps lookUps) {
        this.examinees = examinees;
        this.lookUps = lookUps;
    }

    @GetMapping("/me/views")
    @For(Role.EXAMINEE)
    Page views(Desk desk) {
        var who = examinees.current();
        var seen = lookUps.of(who.session(), who.admissionNumber());
        return Page.of((out, plain) -> JteviewsGenerated.render(out, plain, desk, seen));
    }
}
