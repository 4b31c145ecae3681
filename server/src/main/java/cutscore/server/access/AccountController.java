package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, contacts, passkeys, identities from elsewhere. */
@Controller
@For(Role.EXAMINEE)
class AccountController {
    private static final String HERE = "/me/account";
    private static final String CODE = HERE + "/contact/code";

    private final AccountKeeping keeping;
    private final Codes codes;
    private final Patience patience;
    private final Passkeys passkeys;
    private final ForeignDoor foreign;

    AccountController(
            AccountKeeping keeping,
            Codes codes,
            Patience patience,
            Passkeys passkeys,
            ForeignDoor foreign) {
        this.keeping = keeping;
        this.codes = codes;
        this.patience = patience;
        this.passkeys = passkeys;
        this.foreign = foreign;
    }

    @GetMapping(HERE)
    Page account(Desk desk, HttpServletRequest request) {
        return page(desk, request, List.of());
    }

    private Page page(Desk desk, HttpServletRequest request, List<Fault> faults) {
        var here = here();
        var extras =
                new AccountExtras(
                        passkeys.areOffered(request),
                        foreign.name(),
                        ForeignDoor.proven(request).isPresent(),
                        !here.provesMore());
        var view = keeping.view(here.account());
        return Page.of(
                (out, plain) -> JteaccountGenerated.render(out, plain, desk, view, extras, faults));
    }

    @PostMapping(HERE + "/password")
    Object password(
            Desk desk,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String current,
            @RequestParam String password,
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

    @PostMapping(HERE + "/contact")
    Object contact(Desk desk, HttpServletRequest request, @RequestParam String contact) {
        var wanted = Contact.of(contact);
        if (wanted.isEmpty()) {
            return refused(desk, request, List.of(KeysWanted.badContact()));
        }
        String pair = patience.pair("contact " + here().account(), Network.of(request));
        try {
            patience.sitOut(patience.knock(pair), pair);
        } catch (Patience.TooSoon soon) {
            return refused(desk, request, List.of(SignInPages.tooSoon()));
        }
        var id = codes.ask(wanted.get(), CodeWanted.Purpose.CONFIRM_CONTACT, () -> true);
        request.getSession().setAttribute(AskedCode.CONTACT, new AskedCode(id, wanted.get()));
        return "redirect:" + CODE;
    }

    @GetMapping(CODE)
    Object code(Desk desk, HttpServletRequest request) {
        return request.getSession().getAttribute(AskedCode.CONTACT) instanceof AskedCode asked
                ? code(desk, asked, List.of())
                : "redirect:" + HERE;
    }

    private static Page code(Desk desk, AskedCode asked, List<Fault> faults) {
        return SignInPages.code(desk, CODE, HERE, asked.contact(), true, faults);
    }

    @PostMapping(CODE)
    Object confirm(
            Desk desk,
            HttpServletRequest request,
            @RequestParam String code,
            RedirectAttributes carried) {
        var session = request.getSession();
        if (!(session.getAttribute(AskedCode.CONTACT) instanceof AskedCode asked)) {
            return "redirect:" + HERE;
        }
        if (!codes.redeem(asked.id(), asked.contact(), code)) {
            return code(desk, asked, List.of(SignInPages.wrongCode()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        session.removeAttribute(AskedCode.CONTACT);
        keeping.putContact(here().account(), asked.contact());
        return Said.then(carried, HERE, new Words("联系方式已改", "the contact is changed"));
    }

    @PostMapping(HERE + "/contact/removal")
    Object removeContact(
            Desk desk,
            HttpServletRequest request,
            @RequestParam Contact.Channel channel,
            RedirectAttributes carried) {
        try {
            keeping.removeContact(here().account(), channel);
        } catch (Unreadable last) {
            return refused(desk, request, last.faults());
        }
        return Said.then(carried, HERE, new Words("联系方式已移除", "the contact is removed"));
    }

    @PostMapping(HERE + "/identity")
    String link(HttpServletRequest request, RedirectAttributes carried) {
        var proven =
                ForeignDoor.proven(request)
                        .orElseThrow(() -> new NoSuchElementException("no identity"));
        ForeignDoor.forget(request);
        keeping.link(here().account(), proven);
        return Said.then(carried, HERE, new Words("外部身份已连结", "the identity is linked"));
    }

    @PostMapping(HERE + "/identity/removal")
    Object unlink(Desk desk, HttpServletRequest request, RedirectAttributes carried) {
        try {
            keeping.unlink(here().account());
        } catch (Unreadable last) {
            return refused(desk, request, last.faults());
        }
        return Said.then(carried, HERE, new Words("外部身份已解除", "the identity is unlinked"));
    }

    private Page refused(Desk desk, HttpServletRequest request, List<Fault> faults) {
        return page(desk, request, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static LiveSignIn here() {
        return LiveSignIn.current()
                .orElseThrow(() -> new NoSuchElementException("no sign-in here"));
    }
}
