package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.server.web.Page;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which of one's sittings is in question; a late claim may concern an old one. */
@Controller
@For(Role.EXAMINEE)
class SittingsController {
    private final ExamineeAccounts accounts;

    SittingsController(ExamineeAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/me/sittings")
    Page sittings(Desk desk) {
        var now = accounts.current();
        var mine = accounts.sittings();
        return Page.of((out, plain) -> JtesittingsGenerated.render(out, plain, desk, now, mine));
    }

    /**
     * @param sitting its place in the list: no number stands in the form
     */
    @PostMapping("/me/sittings")
    String choose(@RequestParam int sitting, RedirectAttributes carried) {
        var mine = accounts.sittings();
        if (sitting < 0 || sitting >= mine.size()) {
            throw new NoSuchElementException("no such sitting");
        }
        var chosen = mine.get(sitting);
        accounts.choose(chosen.session(), chosen.admissionNumber());
        return Said.then(
                carried,
                "/me",
                new Words(
                        "现在办的是" + chosen.session().chinese() + "的事",
                        "this is now about session " + chosen.session().value()));
    }
}
