package cutscore.server.declaration.declare;

import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.declaration.Refusal;
import cutscore.server.declaration.Submission;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code ui-C8}, {@code ui-C9}: everything on one page, the commitment, and the sending. */
@Controller
@For(Role.EXAMINEE)
class CheckController {
    private static final String CHECK = DeclareController.START + "/check";
    private static final String RECEIPT = "redirect:/me/receipt";

    private final ExamineeAccounts examinees;
    private final Drafts drafts;
    private final Sheets sheets;
    private final UploadedFiles files;

    CheckController(ExamineeAccounts examinees, Drafts drafts, Sheets sheets, UploadedFiles files) {
        this.examinees = examinees;
        this.drafts = drafts;
        this.sheets = sheets;
        this.files = files;
    }

    @GetMapping(CHECK)
    Object check(Desk desk) {
        var sheet = sheets.of(examinees.current());
        if (sheet.draft().isEmpty()) {
            return "redirect:" + DeclareController.START;
        }
        return sheet.isComplete()
                ? page(desk, sheet, List.of(), Optional.empty())
                : "redirect:" + sheet.next();
    }

    /**
     * Sends it. A second press, another tab or a retry finds no open draft any more, and the
     * declaration that the first one made.
     */
    @PostMapping(DeclareController.START + "/submit")
    Object submit(Desk desk, @RequestParam(defaultValue = "") String commitment) {
        var who = examinees.current();
        var sheet = sheets.of(who);
        if (sheet.draft().isEmpty()) {
            return sheet.isDone() ? RECEIPT : "redirect:" + DeclareController.START;
        }
        if (!sheet.isComplete()) {
            return "redirect:" + sheet.next();
        }
        if (!commitment.equals("yes")) {
            return page(desk, sheet, List.of(NOT_COMMITTED), Optional.empty())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var evidence = files.bind(who);
        return switch (drafts.send(sheet.draft().get(), true, evidence, Optional.empty())) {
            case Submission.Accepted _ -> RECEIPT;
            case Submission.Refused(var why, _) ->
                    why == Refusal.ALREADY_DECLARED
                            ? RECEIPT
                            : page(desk, sheet, List.of(), Optional.of(why))
                                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static final FieldFault NOT_COMMITTED =
            new FieldFault(
                    "commitment",
                    new Words(
                            "还没有作出承诺：请读完上面两句话，勾选后再提交",
                            "the commitment is not accepted yet: read the two sentences, tick the"
                                    + " box, then submit"));

    private static Page page(
            Desk desk, Sheet sheet, List<FieldFault> faults, Optional<Refusal> refused) {
        return Page.of(
                (out, plain) -> JtecheckGenerated.render(out, plain, desk, sheet, faults, refused));
    }
}
