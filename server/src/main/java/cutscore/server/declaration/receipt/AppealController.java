package cutscore.server.declaration.receipt;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.access.Desk;
import cutscore.server.access.ExamineeAccounts;
import cutscore.server.access.For;
import cutscore.server.access.Role;
import cutscore.server.access.Said;
import cutscore.server.declaration.AppealStanding;
import cutscore.server.declaration.Appeals;
import cutscore.server.declaration.DeclarationView;
import cutscore.server.declaration.Declarations;
import cutscore.server.web.FieldFault;
import cutscore.server.web.Page;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code ui-C15}: an appeal of a rejection, where the province has set one, within its days. */
@Controller
@For(Role.EXAMINEE)
class AppealController {
    private static final String PAGE = "/me/appeal";

    private final ExamineeAccounts examinees;
    private final Declarations declarations;
    private final Appeals appeals;

    AppealController(ExamineeAccounts examinees, Declarations declarations, Appeals appeals) {
        this.examinees = examinees;
        this.declarations = declarations;
        this.appeals = appeals;
    }

    /** What the page shows. */
    record View(
            DeclarationView declaration,
            AppealStanding standing,
            String typed,
            List<FieldFault> faults) {}

    @GetMapping(PAGE)
    Page page(Desk desk) {
        return page(desk, mine(), "", List.of());
    }

    private DeclarationView mine() {
        var who = examinees.current();
        return declarations
                .latest(who.session(), who.admissionNumber())
                .orElseThrow(() -> new NoSuchElementException("nothing was declared"));
    }

    private Page page(Desk desk, DeclarationView it, String typed, List<FieldFault> faults) {
        var view = new View(it, appeals.standing(it, desk.at().now()), typed, faults);
        return Page.of((out, plain) -> JteappealGenerated.render(out, plain, desk, view));
    }

    @PostMapping(PAGE)
    Object appeal(
            Desk desk,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes carried) {
        var it = mine();
        if (!it.receipt().equals(receipt)) {
            throw new NoSuchElementException("no such receipt");
        }
        try {
            var refused = appeals.appeal(it, examinees.current().admissionNumber(), words);
            return refused.isEmpty()
                    ? Said.then(
                            carried,
                            "/me/timeline",
                            new Words("申诉已收到，由另一名审核员复审", "received; another officer looks again"))
                    : page(desk, it, words, fault(refused.get().words()))
                            .with(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Unreadable wrong) {
            return page(desk, it, words, fault(wrong.faults().getFirst().what()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static List<FieldFault> fault(Words words) {
        return List.of(new FieldFault("words", words));
    }
}
