package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Refusal;
import cutscore.server.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-C6}: what the province asks for, and what was sent of it. */
@Controller
@For(Role.EXAMINEE)
class EvidenceController {
    private static final String EVIDENCE = DeclareController.START + "/evidence";

    private final ExamineeAccounts examinees;
    private final Drafts drafts;
    private final Sheets sheets;
    private final UploadedFiles files;
    private final Declarations declarations;

    EvidenceController(
            ExamineeAccounts examinees,
            Drafts drafts,
            Sheets sheets,
            UploadedFiles files,
            Declarations declarations) {
        this.files = files;
        this.declarations = declarations;
        this.examinees = examinees;
        this.drafts = drafts;
        this.sheets = sheets;
    }

    @GetMapping(EVIDENCE)
    Object evidence(Desk desk) {
        var sheet = sheets.of(examinees.current());
        boolean asked = sheet.draft().isPresent() && sheet.placeIsDone();
        return asked || sheet.follows(desk.at().now())
                ? page(desk, sheet)
                : "redirect:" + DeclareController.START;
    }

    /** What was uploaded since goes with the declaration that was sent. */
    @PostMapping(EVIDENCE + "/following")
    Object follow(Desk desk, RedirectAttributes carried) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (!sheet.follows(desk.at().now()) || sheet.files().isEmpty()) {
            return "redirect:" + EVIDENCE;
        }
        var refused =
                declarations.addEvidence(
                        sheet.declared().orElseThrow().id(),
                        who.admissionNumber(),
                        files.bind(who));
        return Said.then(
                carried,
                refused.isEmpty() ? "/me/receipt" : EVIDENCE,
                refused.map(Refusal::words).orElse(new Words("材料已补交", "the evidence was added")));
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
