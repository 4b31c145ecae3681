package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening an account from the roster: one form, and a code when a contact was given. */
@Controller
@OpenToAll
class RegisterController {
    private static final String HERE = "/register";

    private final Registrations registrations;
    private final RosterCheck rosters;
    private final Door door;

    RegisterController(Registrations registrations, RosterCheck rosters, Door door) {
        this.registrations = registrations;
        this.rosters = rosters;
        this.door = door;
    }

    @GetMapping(HERE)
    Page form(Desk desk) {
        return form(desk, RosterFacts.none(), KeysWanted.none(), List.of());
    }

    private Page form(Desk desk, RosterFacts facts, KeysWanted wanted, List<Fault> faults) {
        var sessions = rosters.sessions();
        return Page.of(
                (out, plain) ->
                        JteregisterGenerated.render(
                                out, plain, desk, sessions, facts, wanted, faults));
    }

    @PostMapping(HERE)
    Object register(
            Desk desk,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String session,
            @RequestParam String admissionNumber,
            @RequestParam String identityNumber,
            @RequestParam String personName,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String password) {
        var facts = new RosterFacts(session, admissionNumber, identityNumber, personName);
        var wanted = new KeysWanted(contact, signInName, password);
        try {
            return switch (registrations.begin(facts, wanted, Network.of(request))) {
                case Registrations.Outcome.Opened(UUID account) ->
                        welcome(request, response, account);
                case Registrations.Outcome.WaitsForCode(var begun) -> {
                    request.getSession().setAttribute(Registrations.Begun.KEPT, begun);
                    yield "redirect:/register/code";
                }
            };
        } catch (Unreadable refused) {
            return form(desk, facts, wanted, refused.faults())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Patience.TooSoon soon) {
            return form(desk, facts, wanted, List.of(SignInPages.tooSoon()))
                    .with(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    @GetMapping(HERE + "/code")
    Object code(Desk desk, HttpServletRequest request) {
        return begun(request) instanceof Registrations.Begun begun
                ? code(desk, begun, List.of())
                : "redirect:" + HERE;
    }

    private static Page code(Desk desk, Registrations.Begun begun, List<Fault> faults) {
        return SignInPages.code(desk, HERE + "/code", HERE, begun.code().contact(), true, faults);
    }

    @PostMapping(HERE + "/code")
    Object confirm(
            Desk desk,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String code) {
        if (!(begun(request) instanceof Registrations.Begun begun)) {
            return "redirect:" + HERE;
        }
        var account = registrations.finish(begun, code);
        if (account.isEmpty()) {
            return code(desk, begun, List.of(SignInPages.wrongCode()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        request.getSession().removeAttribute(Registrations.Begun.KEPT);
        return welcome(request, response, account.get());
    }

    private static @org.jspecify.annotations.Nullable Object begun(HttpServletRequest request) {
        return request.getSession().getAttribute(Registrations.Begun.KEPT);
    }

    private String welcome(HttpServletRequest request, HttpServletResponse response, UUID account) {
        door.open(
                request, response, new SignedIn.AsExaminee(account), LiveSignIn.Means.REGISTRATION);
        return "redirect:/me";
    }
}
