package cutscore.server.access;

import cutscore.kernel.Fault;
import cutscore.server.web.OpenToAll;
import cutscore.server.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of an officer's sign-in, in the browser whose password was right. */
@Controller
@OpenToAll
class FactorController {
    static final String HERE = "/sign-in/factor";
    private static final String OVER = "redirect:/sign-in?over";

    private final Factors factors;
    private final Passkeys passkeys;
    private final Door door;
    private final OfficersEntry entry;

    FactorController(Factors factors, Passkeys passkeys, Door door, OfficersEntry entry) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.door = door;
        this.entry = entry;
    }

    @GetMapping(HERE)
    Object ask(Desk desk, HttpServletRequest request) {
        return HalfSignIn.of(request).isEmpty() ? OVER : page(desk, request, List.of());
    }

    @PostMapping(HERE)
    Object prove(
            Desk desk,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        var half = HalfSignIn.of(request);
        if (half.isEmpty()) {
            return OVER;
        }
        var officer = half.get().officer();
        return switch (factors.prove(officer, code, door.lane(request, officer))) {
            case RIGHT -> entry.welcome(request, response, officer, LiveSignIn.Means.PASSWORD);
            case WRONG ->
                    page(desk, request, List.of(FactorPages.wrong()))
                            .with(HttpStatus.UNPROCESSABLE_CONTENT);
            case TOO_SOON ->
                    page(desk, request, List.of(FactorPages.tooMany()))
                            .with(HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping(HERE + "/passkey")
    Object show(
            Desk desk,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential) {
        var half = HalfSignIn.of(request);
        if (half.isEmpty()) {
            return OVER;
        }
        var officer = half.get().officer();
        return passkeys.answered(request, credential).filter(officer::equals).isPresent()
                ? entry.welcome(request, response, officer, LiveSignIn.Means.PASSWORD)
                : page(desk, request, List.of(FactorPages.wrong()))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(Desk desk, HttpServletRequest request, List<Fault> faults) {
        boolean offered = passkeys.areOffered(request);
        return Page.of(
                (out, plain) -> JtefactorGenerated.render(out, plain, desk, offered, faults));
    }
}
