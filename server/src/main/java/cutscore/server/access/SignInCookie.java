package cutscore.server.access;

import cutscore.kernel.id.Entropy;
import cutscore.server.database.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that a sign-in is found by, on every node and after every restart: 256 random bits,
 * new at each sign-in and never taken from a browser, which no script reads and no other site
 * sends. It ends with the browser; the row decides whether it still means anything.
 */
@Component
class SignInCookie {
    private static final int BYTES = 32;

    private final ContactVault vault;
    private final Entropy entropy;
    private final boolean secure;

    SignInCookie(ContactVault vault, Entropy entropy, AccessSettings access, Settings settings) {
        this.vault = vault;
        this.entropy = entropy;
        this.secure = access.isSecure(settings);
    }

    /** A fresh one; what is kept of it. */
    byte[] give(HttpServletResponse response) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(BYTES));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value).build().toString());
        return digest(value);
    }

    /** Takes it out of the browser. */
    void drop(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("").maxAge(Duration.ZERO).build().toString());
    }

    /** What is kept of the one that was sent. */
    Optional<byte[]> sent(HttpServletRequest request) {
        var cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> name().equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst()
                .map(this::digest);
    }

    private byte[] digest(String value) {
        return vault.mac("sign-in\n" + value);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String name() {
        return secure ? "__Host-sign-in" : "sign-in";
    }
}
