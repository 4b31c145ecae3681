package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with six digits that were sent to a contact of the account. */
@Controller
@OpenToAll
class CodeController {
    private static final String HERE = "/sign-in/code";
    private static final String ENTER = HERE + "/enter";
    private static final String WHOSE = "code-whose";

    private final Codes codes;
    private final ContactTable contacts;
    private final ExamineeAccountTable accounts;
    private final Patience patience;
    private final Door door;

    CodeController(
            Codes codes,
            ContactTable contacts,
            ExamineeAccountTable accounts,
            Patience patience,
            Door door) {
        this.codes = codes;
        this.contacts = contacts;
        this.accounts = accounts;
        this.patience = patience;
        this.door = door;
    }

    @GetMapping(HERE)
    Page form(Desk desk) {
        return form(desk, "", List.of());
    }

    private static Page form(Desk desk, String contact, List<Fault> faults) {
        return Page.of(
                (out, plain) -> JteaskcodeGenerated.render(out, plain, desk, contact, faults));
    }

    /** The same answer after the same work, whether anybody has the contact or not. */
    @PostMapping(HERE)
    Object ask(Desk desk, HttpServletRequest request, @RequestParam String contact) {
        var wanted = Contact.of(contact);
        if (wanted.isEmpty()) {
            return form(desk, contact, List.of(KeysWanted.badContact()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var to = wanted.get();
        try {
            String pair = pair(to, request);
            patience.sitOut(patience.knock(pair), pair);
        } catch (Patience.TooSoon soon) {
            return form(desk, contact, List.of(SignInPages.tooSoon()))
                    .with(HttpStatus.TOO_MANY_REQUESTS);
        }
        var id =
                codes.ask(
                        to, CodeWanted.Purpose.SIGN_IN, () -> !contacts.accountsWith(to).isEmpty());
        request.getSession().setAttribute(AskedCode.SIGN_IN, new AskedCode(id, to));
        return "redirect:" + ENTER;
    }

    @GetMapping(ENTER)
    Object enter(Desk desk, HttpServletRequest request) {
        return request.getSession().getAttribute(AskedCode.SIGN_IN) instanceof AskedCode asked
                ? SignInPages.code(desk, ENTER, HERE, asked.contact(), false, List.of())
                : "redirect:" + HERE;
    }

    @PostMapping(ENTER)
    Object signIn(
            Desk desk,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String code) {
        var session = request.getSession();
        if (!(session.getAttribute(AskedCode.SIGN_IN) instanceof AskedCode asked)) {
            return "redirect:" + HERE;
        }
        boolean right = codes.redeem(asked.id(), asked.contact(), code);
        var owners = contacts.accountsWith(asked.contact());
        if (!right || owners.isEmpty()) {
            patience.note(Patience.Outcome.REFUSED, null, pair(asked.contact(), request));
            var faults = List.of(SignInPages.wrongCode());
            return SignInPages.code(desk, ENTER, HERE, asked.contact(), false, faults)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        session.removeAttribute(AskedCode.SIGN_IN);
        patience.forget(pair(asked.contact(), request));
        if (owners.size() == 1) {
            return welcome(request, response, owners.getFirst());
        }
        session.setAttribute(WHOSE, new ArrayList<>(owners));
        return "redirect:/sign-in/whose";
    }

    @GetMapping("/sign-in/whose")
    Object whose(Desk desk, HttpServletRequest request) {
        var owners = owners(request);
        if (owners.isEmpty()) {
            return "redirect:" + HERE;
        }
        var sittings =
                owners.stream()
                        .flatMap(owner -> accounts.find(owner).stream())
                        .map(CodeController::sitting)
                        .toList();
        return Page.of((out, plain) -> JtewhoseGenerated.render(out, plain, desk, sittings));
    }

    @PostMapping("/sign-in/whose")
    String choose(
            HttpServletRequest request, HttpServletResponse response, @RequestParam int whose) {
        var owners = owners(request);
        request.getSession().removeAttribute(WHOSE);
        return whose < 0 || whose >= owners.size()
                ? "redirect:" + HERE
                : welcome(request, response, owners.get(whose));
    }

    private static Sitting sitting(ExamineeAccount account) {
        return new Sitting(account.session(), account.admissionNumber(), "");
    }

    private static List<UUID> owners(HttpServletRequest request) {
        return request.getSession().getAttribute(WHOSE) instanceof List<?> kept
                ? kept.stream().map(UUID.class::cast).toList()
                : List.of();
    }

    private String pair(Contact contact, HttpServletRequest request) {
        return patience.pair("code " + contact.address(), Network.of(request));
    }

    private String welcome(HttpServletRequest request, HttpServletResponse response, UUID account) {
        var onward = SignInPages.onward(request, response, "/me");
        door.open(request, response, new SignedIn.AsExaminee(account), LiveSignIn.Means.CODE);
        return onward;
    }
}
