package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ui-S13}: an officer's own security: second factors, recovery codes, the password. */
@Controller
@For(everybodySignedIn = true)
class SecurityController {
    static final String HERE = "/me/security";
    private static final String APP = HERE + "/app";
    private static final String CODES = HERE + "/recovery";
    private static final String SECRET = "app-to-add";
    private static final String SHOWN = "recovery-codes";

    private final Factors factors;
    private final OfficerKeeping keeping;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final StepUpGuard guard;
    private final Patience patience;

    SecurityController(
            Factors factors,
            OfficerKeeping keeping,
            Passkeys passkeys,
            SignIns signIns,
            StepUpGuard guard,
            Patience patience) {
        this.factors = factors;
        this.keeping = keeping;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.guard = guard;
        this.patience = patience;
    }

    @GetMapping(HERE)
    Object security(Desk desk, HttpServletRequest request) {
        return isOfficer() ? page(desk, request, List.of()) : "redirect:/me/account";
    }

    private Page page(Desk desk, HttpServletRequest request, List<Fault> faults) {
        var here = here();
        var view =
                new SecurityView(
                        factors.view(here.account()),
                        passkeys.areOffered(request),
                        factors.areRequired(),
                        mayChange(here),
                        guard.isAskedOf(here.account()));
        return Page.of((out, plain) -> JtesecurityGenerated.render(out, plain, desk, view, faults));
    }

    /** A stolen browser must not add a factor of its own: prove one, or come fresh. */
    private boolean mayChange(LiveSignIn here) {
        return factors.isEnrolled(here.account()) ? guard.isFresh(here) : here.fresh();
    }

    private LiveSignIn changing() {
        var here = here();
        if (!mayChange(here)) {
            throw new AccessRefused(
                    new Words(
                            "改动登录方式之前，要在几分钟内证明过是你本人",
                            "before ways to sign in are changed, prove that it is you"));
        }
        return here;
    }

    /** Only the proof, which {@link StepUp} asks for; then the page can be changed. */
    @PostMapping(HERE + "/proof")
    @StepUp
    String proof(RedirectAttributes carried) {
        here();
        return Said.then(
                carried, HERE, new Words("已证明，几分钟内可以改动", "proven; you can change things now"));
    }

    @PostMapping(HERE + "/password")
    Object password(
            Desk desk,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes carried) {
        var here = here();
        String pair = patience.pair("password " + here.account(), Network.of(request));
        try {
            patience.sitOut(patience.knock(pair), pair);
            keeping.setPassword(here, current, password);
            patience.forget(pair);
        } catch (Unreadable refused) {
            return refused(desk, request, refused.faults());
        } catch (Patience.TooSoon soon) {
            return refused(desk, request, List.of(SignInPages.tooSoon()));
        }
        return Said.then(
                carried,
                HERE,
                new Words("口令已改，其他设备上的登录已结束", "the password is set; other sign-ins are over"));
    }

    @PostMapping(APP)
    String begin(HttpServletRequest request) {
        changing();
        request.getSession().setAttribute(SECRET, factors.secret());
        return "redirect:" + APP;
    }

    @GetMapping(APP)
    Object app(Desk desk, HttpServletRequest request) {
        byte[] secret = secret(request);
        return secret == null ? "redirect:" + HERE : app(desk, secret, "", List.of());
    }

    private static Page app(Desk desk, byte[] secret, String label, List<Fault> faults) {
        var view = AppView.of(secret, desk.name(), label);
        return Page.of((out, plain) -> JteappGenerated.render(out, plain, desk, view, faults));
    }

    @PostMapping(APP + "/confirmation")
    Object confirm(
            Desk desk,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes carried) {
        byte[] secret = secret(request);
        if (secret == null) {
            here();
            return "redirect:" + HERE;
        }
        var here = changing();
        List<String> recovery;
        try {
            recovery = factors.add(here.account(), secret, label, code);
        } catch (Unreadable refused) {
            return app(desk, secret, label, refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        request.getSession().removeAttribute(SECRET);
        signIns.prove(here.id());
        signIns.endOthers(here.account(), here.id());
        return recovery.isEmpty()
                ? Said.then(carried, HERE, new Words("验证器已换", "the app is in place"))
                : shown(carried, recovery);
    }

    @PostMapping(APP + "/removal")
    Object removeApp(Desk desk, HttpServletRequest request, RedirectAttributes carried) {
        try {
            factors.removeApp(changing().account());
        } catch (Unreadable last) {
            return refused(desk, request, last.faults());
        }
        return Said.then(carried, HERE, new Words("验证器已移除", "the app is removed"));
    }

    @PostMapping(CODES)
    String renew(RedirectAttributes carried) {
        return shown(carried, factors.renewRecovery(changing().account()));
    }

    private static String shown(RedirectAttributes carried, List<String> codes) {
        carried.addFlashAttribute(SHOWN, codes);
        return "redirect:" + CODES;
    }

    /** Shown once, after they were made. */
    @GetMapping(CODES)
    Object recovery(Desk desk, HttpServletRequest request) {
        var carried = RequestContextUtils.getInputFlashMap(request);
        if (carried == null || !(carried.get(SHOWN) instanceof List<?> made)) {
            return "redirect:" + HERE;
        }
        var codes = made.stream().map(String::valueOf).toList();
        return Page.of((out, plain) -> JterecoveryGenerated.render(out, plain, desk, codes));
    }

    @PostMapping(HERE + "/passkey/options")
    ResponseEntity<String> toMake(HttpServletRequest request) {
        return isOfficer() && passkeys.areOffered(request)
                ? PasskeyController.json(passkeys.askFor(request, changing().account()))
                : ResponseEntity.notFound().build();
    }

    @PostMapping(HERE + "/passkey")
    String keep(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String label,
            @RequestParam String credential,
            RedirectAttributes carried) {
        var here = changing();
        String typed = label.strip();
        String name =
                typed.isEmpty() || typed.codePointCount(0, typed.length()) > 60
                        ? here.browser()
                        : typed;
        passkeys.made(request, credential, name, new SignedIn.AsOfficer(here.account()));
        signIns.prove(here.id());
        signIns.endOthers(here.account(), here.id());
        return factors.view(here.account()).recoveryLeft() == 0
                ? shown(carried, factors.renewRecovery(here.account()))
                : Said.then(carried, HERE, new Words("通行密钥已添加", "the passkey is added"));
    }

    @PostMapping(HERE + "/passkey/removal")
    Object remove(
            Desk desk,
            HttpServletRequest request,
            @RequestParam String passkey,
            RedirectAttributes carried) {
        try {
            factors.removePasskey(changing().account(), passkey);
        } catch (Unreadable last) {
            return refused(desk, request, last.faults());
        }
        return Said.then(carried, HERE, new Words("通行密钥已移除", "the passkey is removed"));
    }

    private Page refused(Desk desk, HttpServletRequest request, List<Fault> faults) {
        return page(desk, request, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static byte @Nullable [] secret(HttpServletRequest request) {
        return request.getSession().getAttribute(SECRET) instanceof byte[] secret ? secret : null;
    }

    private static boolean isOfficer() {
        return Lanes.person(SecurityContextHolder.getContext().getAuthentication())
                instanceof SignedIn.AsOfficer;
    }

    /** The sign-in of an officer; for examinees there is nothing here. */
    private static LiveSignIn here() {
        return LiveSignIn.current()
                .filter(_ -> isOfficer())
                .orElseThrow(() -> new NoSuchElementException("no officer's sign-in here"));
    }
}
