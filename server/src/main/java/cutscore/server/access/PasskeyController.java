package cutscore.server.access;

import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys, offered by the script {@code passkey.js} alone: signing in, adding, removing. */
@Controller
class PasskeyController {
    private static final String MINE = "/me/account";
    private static final String TO_SHOW = "passkey-to-show";
    private static final String TO_MAKE = "passkey-to-make";

    private final Passkeys passkeys;
    private final AccountKeeping keeping;
    private final Door door;

    PasskeyController(Passkeys passkeys, AccountKeeping keeping, Door door) {
        this.passkeys = passkeys;
        this.keeping = keeping;
        this.door = door;
    }

    @PostMapping("/sign-in/passkey/options")
    @OpenToAll
    ResponseEntity<String> toShow(HttpServletRequest request) {
        if (!passkeys.areOffered(request)) {
            return ResponseEntity.notFound().build();
        }
        var options = passkeys.toShow(request);
        request.getSession().setAttribute(TO_SHOW, options);
        return json(passkeys.json(options));
    }

    /** A question is answered once; a second answer finds none. */
    @PostMapping("/sign-in/passkey")
    @OpenToAll
    String signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential) {
        var session = request.getSession();
        var asked = session.getAttribute(TO_SHOW);
        session.removeAttribute(TO_SHOW);
        var owner =
                asked instanceof PublicKeyCredentialRequestOptions options
                        ? passkeys.owner(request, options, credential)
                        : java.util.Optional.<java.util.UUID>empty();
        if (owner.isEmpty()) {
            return "redirect:/sign-in?passkey";
        }
        door.open(
                request, response, new SignedIn.AsExaminee(owner.get()), LiveSignIn.Means.PASSKEY);
        return "redirect:/me";
    }

    @PostMapping(MINE + "/passkey/options")
    @For(Role.EXAMINEE)
    ResponseEntity<String> toMake(HttpServletRequest request) {
        if (!passkeys.areOffered(request)) {
            return ResponseEntity.notFound().build();
        }
        var options = passkeys.toMake(request, here().account());
        request.getSession().setAttribute(TO_MAKE, options);
        return json(passkeys.json(options));
    }

    @PostMapping(MINE + "/passkey")
    @For(Role.EXAMINEE)
    String keep(
            HttpServletRequest request,
            @RequestParam String credential,
            RedirectAttributes carried) {
        var session = request.getSession();
        var asked = session.getAttribute(TO_MAKE);
        session.removeAttribute(TO_MAKE);
        if (!(asked instanceof PublicKeyCredentialCreationOptions options)) {
            throw new NoSuchElementException("no passkey was asked for");
        }
        var here = here();
        passkeys.keep(request, options, credential, here.browser(), here.account());
        return Said.then(carried, MINE, new Words("通行密钥已添加", "the passkey is added"));
    }

    /**
     * @throws Unreadable when nothing would be left to sign in with
     */
    @PostMapping(MINE + "/passkey/removal")
    @For(Role.EXAMINEE)
    String remove(@RequestParam String passkey, RedirectAttributes carried) {
        try {
            keeping.removePasskey(here().account(), passkey);
        } catch (IllegalArgumentException notBase64) {
            throw new NoSuchElementException("no such passkey", notBase64);
        }
        return Said.then(carried, MINE, new Words("通行密钥已移除", "the passkey is removed"));
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static LiveSignIn here() {
        return LiveSignIn.current()
                .orElseThrow(() -> new NoSuchElementException("no sign-in here"));
    }
}
