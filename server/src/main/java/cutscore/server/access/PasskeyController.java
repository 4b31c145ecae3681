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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys, offered by the script {@code passkey.js} alone: signing in, adding, removing. */
@Controller
class PasskeyController {
    private static final String MINE = "/me/account";

    private final Passkeys passkeys;
    private final AccountKeeping keeping;
    private final OfficersEntry entry;

    PasskeyController(Passkeys passkeys, AccountKeeping keeping, OfficersEntry entry) {
        this.passkeys = passkeys;
        this.keeping = keeping;
        this.entry = entry;
    }

    @PostMapping("/sign-in/passkey/options")
    @OpenToAll
    ResponseEntity<String> toShow(HttpServletRequest request) {
        return passkeys.areOffered(request)
                ? json(passkeys.ask(request))
                : ResponseEntity.notFound().build();
    }

    /** A passkey is unlocked on its device: it is both factors of an officer at once. */
    @PostMapping("/sign-in/passkey")
    @OpenToAll
    String signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential) {
        var owner = passkeys.answered(request, credential);
        if (owner.isEmpty()) {
            return "redirect:/sign-in?passkey";
        }
        return entry.welcome(request, response, owner.get(), LiveSignIn.Means.PASSKEY);
    }

    @PostMapping(MINE + "/passkey/options")
    @For(Role.EXAMINEE)
    ResponseEntity<String> toMake(HttpServletRequest request) {
        return passkeys.areOffered(request)
                ? json(passkeys.askFor(request, here().account()))
                : ResponseEntity.notFound().build();
    }

    @PostMapping(MINE + "/passkey")
    @For(Role.EXAMINEE)
    String keep(
            HttpServletRequest request,
            @RequestParam String credential,
            RedirectAttributes carried) {
        var here = here();
        var owner = new SignedIn.AsExaminee(here.account());
        passkeys.made(request, credential, here.browser(), owner);
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

    static ResponseEntity<String> json(String body) {
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
