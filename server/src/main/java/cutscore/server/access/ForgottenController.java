package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A forgotten password: a code, or the roster's facts and waiting. One answer for everybody, and
 * the owner is told behind it, so that neither text nor time says whether there is an account.
 */
@Controller
@OpenToAll
class ForgottenController {
    private static final String NOBODY = "0".repeat(64);

    private final Registrations registrations;
    private final RosterCheck rosters;
    private final ExamineeAccountTable accounts;
    private final Contacts contacts;
    private final Recoveries recoveries;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;
    private final long hours;

    ForgottenController(
            Registrations registrations,
            RosterCheck rosters,
            ExamineeAccountTable accounts,
            Contacts contacts,
            Recoveries recoveries,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionTemplate together,
            AccessSettings settings) {
        this.registrations = registrations;
        this.rosters = rosters;
        this.accounts = accounts;
        this.contacts = contacts;
        this.recoveries = recoveries;
        this.passwords = passwords;
        this.events = events;
        this.together = together;
        this.hours = settings.recoveryWait().toHours();
    }

    @GetMapping("/forgotten")
    Page form(Desk desk) {
        return form(desk, RosterFacts.none(), false, List.of());
    }

    private Page form(Desk desk, RosterFacts facts, boolean asked, List<Fault> faults) {
        var sessions = rosters.sessions();
        return Page.of(
                (out, plain) ->
                        JteforgottenGenerated.render(
                                out, plain, desk, sessions, facts, hours, asked, faults));
    }

    @PostMapping("/forgotten")
    Page ask(
            Desk desk,
            HttpServletRequest request,
            @RequestParam String session,
            @RequestParam String admissionNumber,
            @RequestParam String identityNumber,
            @RequestParam String personName,
            @RequestParam String password) {
        var facts = new RosterFacts(session, admissionNumber, identityNumber, personName);
        var faults = facts.faults(rosters.sessions());
        if (!faults.isEmpty()) {
            return form(desk, facts, false, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            registrations.waitFor(facts, Network.of(request));
            String hash = passwords.hash(password, "\u0000");
            var person = registrations.person(facts);
            var account = accounts.of(person.orElse(NOBODY));
            account.ifPresent(found -> Thread.startVirtualThread(() -> note(found.id(), hash)));
            return form(desk, RosterFacts.none(), true, List.of());
        } catch (Unreadable weak) {
            return form(desk, facts, false, weak.faults()).with(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Patience.TooSoon soon) {
            return form(desk, facts, false, List.of(SignInPages.tooSoon()))
                    .with(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private void note(UUID account, String hash) {
        together.executeWithoutResult(
                _ -> {
                    if (recoveries.ask(account, hash)) {
                        events.publishEvent(
                                new AccountChanged(
                                        account,
                                        AccountChanged.What.RECOVERY_ASKED,
                                        contacts.of(account)));
                    }
                });
    }
}
