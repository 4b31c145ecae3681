package cutscore.server.declaration.declare;

import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code ui-C6}: what the province asks for, and what was sent of it. */
@Controller
@For(Role.EXAMINEE)
class EvidenceController {
    private static final String EVIDENCE = DeclareController.START + "/evidence";

    private final ExamineeAccounts examinees;
    private final Drafts drafts;
    private final Sheets sheets;

    EvidenceController(ExamineeAccounts examinees, Drafts drafts, Sheets sheets) {
        this.examinees = examinees;
        this.drafts = drafts;
        this.sheets = sheets;
    }

    @GetMapping(EVIDENCE)
    Object evidence(Desk desk) {
        var sheet = sheets.of(examinees.current());
        return sheet.draft().isEmpty() || !sheet.placeIsDone()
                ? "redirect:" + DeclareController.START
                : page(desk, sheet);
    }

    /** Goes on; an item that is asked for and may not follow later keeps the page. */
    @PostMapping(EVIDENCE)
    Object seen(Desk desk) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (sheet.draft().isEmpty() || !sheet.placeIsDone()) {
            return "redirect:" + DeclareController.START;
        }
        drafts.save(sheet.draft().get(), sheet.answers().withEvidence());
        var after = sheets.of(who);
        return after.evidenceIsDone()
                ? "redirect:" + after.next()
                : "redirect:" + EVIDENCE + "#missing";
    }

    private static Page page(Desk desk, Sheet sheet) {
        return Page.of((out, plain) -> JteevidenceGenerated.render(out, plain, desk, sheet));
    }
}
