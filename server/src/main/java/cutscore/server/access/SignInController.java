package cutscore.server.access;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door: signing in, the first administrators, and what lies just behind it. */
@Controller
class SignInController {
    private final FirstAdministrators first;
    private final Passkeys passkeys;
    private final ForeignDoor foreign;
    private final SignIns signIns;
    private final Factors factors;

    SignInController(
            FirstAdministrators first,
            Passkeys passkeys,
            ForeignDoor foreign,
            SignIns signIns,
            Factors factors) {
        this.first = first;
        this.signIns = signIns;
        this.factors = factors;
        this.passkeys = passkeys;
        this.foreign = foreign;
    }

    @GetMapping("/sign-in")
    @OpenToAll
    Page signIn(
            Desk desk,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String later) {
        boolean setup = !first.areComplete();
        boolean elsewhere =
                request.getParameter("elsewhere") != null
                        || request.getParameter("passkey") != null;
        boolean over = request.getParameter("over") != null;
        boolean offered = passkeys.areOffered(request);
        return Page.of(
                (out, plain) ->
                        JtesigninGenerated.render(
                                out,
                                plain,
                                desk,
                                refused != null,
                                later != null,
                                setup,
                                elsewhere,
                                over,
                                offered,
                                foreign.name()));
    }

    @GetMapping("/setup")
    @OpenToAll
    Page setup(Desk desk) {
        boolean complete = first.areComplete();
        return Page.of(
                (out, plain) ->
                        JtesetupGenerated.render(out, plain, desk, complete, "", "", List.of()));
    }

    @PostMapping("/setup")
    @OpenToAll
    Object found(
            Desk desk,
            @RequestParam String code,
            @RequestParam String signInName,
            @RequestParam String name,
            @RequestParam String password,
            RedirectAttributes carried) {
        try {
            first.found(code, signInName.strip(), name.strip(), password);
        } catch (Unreadable refused) {
            boolean complete = first.areComplete();
            return Page.of(
                            (out, plain) ->
                                    JtesetupGenerated.render(
                                            out,
                                            plain,
                                            desk,
                                            complete,
                                            signInName,
                                            name,
                                            refused.faults()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Said.then(
                carried,
                "/sign-in",
                new Words("管理员已建立，现在可以登录", "the administrator is set up and can sign in now"));
    }

    @GetMapping("/desk")
    @For(everybodySignedIn = true)
    Object desk(Desk desk) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (Lanes.person(who) instanceof SignedIn.AsExaminee) {
            return "redirect:/me";
        }
        var notice = LiveSignIn.current().flatMap(this::notice);
        return Page.of((out, plain) -> JtedeskGenerated.render(out, plain, desk, notice));
    }

    /**
     * What an officer is told of the sign-in before this one.
     *
     * @param wrongCodes tried since then
     * @param bare whether the account has no second factor yet
     */
    record Notice(Optional<SignIns.Former> former, int wrongCodes, boolean bare) {}

    private Optional<Notice> notice(LiveSignIn here) {
        var former = signIns.before(here);
        int wrong =
                former.map(SignIns.Former::began)
                        .map(since -> factors.wrongSince(here.account(), since))
                        .orElse(0);
        return Optional.of(new Notice(former, wrong, !factors.isEnrolled(here.account())));
    }
}
