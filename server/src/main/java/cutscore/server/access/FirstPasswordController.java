package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an officer sets the own password with the one-time code of an administrator. */
@Controller
@OpenToAll
class FirstPasswordController {
    private static final String HERE = "/sign-in/first";

    private final OfficerKeeping keeping;
    private final Patience patience;

    FirstPasswordController(OfficerKeeping keeping, Patience patience) {
        this.keeping = keeping;
        this.patience = patience;
    }

    @GetMapping(HERE)
    Page form(Desk desk) {
        return form(desk, "", List.of());
    }

    private static Page form(Desk desk, String name, List<Fault> faults) {
        return Page.of(
                (out, plain) -> JtefirstpasswordGenerated.render(out, plain, desk, name, faults));
    }

    @PostMapping(HERE)
    Object set(
            Desk desk,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes carried) {
        String who = name.strip().toLowerCase(Locale.ROOT);
        String pair = patience.pair("first " + who, Network.of(request));
        try {
            patience.sitOut(patience.knock(pair), pair);
            keeping.redeem(name, code, password);
            patience.forget(pair);
        } catch (Unreadable refused) {
            return form(desk, name, refused.faults()).with(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Patience.TooSoon soon) {
            return form(desk, name, List.of(SignInPages.tooSoon()))
                    .with(HttpStatus.TOO_MANY_REQUESTS);
        }
        return Said.then(
                carried,
                "/sign-in",
                new Words("口令已设好，现在可以登录", "the password is set; you can sign in now"));
    }
}
