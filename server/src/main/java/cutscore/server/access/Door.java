package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody in who has proven who they are, whatever with. */
@Component
class Door {
    private static final int YEAR = 31_536_000;

    private final SignIns signIns;
    private final SignInCookie cookie;
    private final CsrfTokenRepository tokens;
    private final Patience patience;
    private final Contacts contacts;
    private final ContactVault vault;
    private final Recoveries recoveries;
    private final Entropy entropy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate together;
    private final boolean secure;

    Door(
            SignIns signIns,
            SignInCookie cookie,
            CsrfTokenRepository tokens,
            Patience patience,
            Contacts contacts,
            ContactVault vault,
            Recoveries recoveries,
            Entropy entropy,
            ApplicationEventPublisher events,
            TransactionTemplate together,
            AccessSettings access,
            Settings settings) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.tokens = tokens;
        this.patience = patience;
        this.contacts = contacts;
        this.vault = vault;
        this.recoveries = recoveries;
        this.entropy = entropy;
        this.events = events;
        this.together = together;
        this.secure = access.isSecure(settings);
    }

    /** Signs in, on a session with a new name, so that nobody else's cookie becomes this one's. */
    UUID open(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn person,
            LiveSignIn.Means means) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        SecurityContextHolder.setContext(context);
        patience.note(Patience.Outcome.SIGNED_IN, person.id(), null);
        return book(request, response, person, means);
    }

    /**
     * Where an officer's codes are counted: on a device on which he once proved a factor by itself,
     * on all others together.
     */
    String lane(HttpServletRequest request, UUID officer) {
        var known =
                device(request)
                        .map(cookie -> digest(officer, cookie))
                        .filter(device -> signIns.isProvenDevice(officer, device));
        return patience.pair(
                "factor " + officer, known.map(HexFormat.of()::formatHex).orElse("elsewhere"));
    }

    private byte[] digest(UUID person, String cookie) {
        return vault.mac("device\n" + person + "\n" + cookie);
    }

    /**
     * Writes the sign-in down and gives its cookie. What the browser's last sign-in left behind, a
     * form's token and what was half finished, stays only where it was the same person's.
     */
    UUID book(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn person,
            LiveSignIn.Means means) {
        var last = cookie.sent(request).flatMap(signIns::owner);
        interrupt(request);
        if (last.filter(person.id()::equals).isEmpty()) {
            tokens.saveToken(tokens.generateToken(request), request, response);
        }
        if (last.isPresent() && !last.get().equals(person.id())) {
            request.getSession().invalidate();
        }
        String known = device(request).orElseGet(() -> give(response));
        byte[] device = digest(person.id(), known);
        byte[] token = cookie.give(response);
        var browser = BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT));
        var id =
                together.execute(
                        _ -> {
                            if (person instanceof SignedIn.AsExaminee(var account)) {
                                greet(account, device);
                            }
                            return signIns.begin(person.id(), means, token, device, browser);
                        });
        request.getSession().setAttribute(SignInGuard.KEPT, id);
        return Objects.requireNonNull(id);
    }

    /** Ends the sign-in that this browser still has; its cookie goes on saying whose it was. */
    void interrupt(HttpServletRequest request) {
        LiveSignIn.of(request).ifPresent(live -> signIns.end(live.account(), live.id()));
    }

    private void greet(UUID account, byte[] device) {
        recoveries.settle(account);
        if (signIns.isNewDevice(account, device)) {
            events.publishEvent(
                    new AccountChanged(
                            account, AccountChanged.What.NEW_DEVICE, contacts.of(account)));
        }
    }

    private Optional<String> device(HttpServletRequest request) {
        var cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> name().equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{22}"))
                .findFirst();
    }

    private String give(HttpServletResponse response) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(16));
        var cookie =
                ResponseCookie.from(name(), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(YEAR)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return value;
    }

    private String name() {
        return secure ? "__Host-device" : "device";
    }
}
