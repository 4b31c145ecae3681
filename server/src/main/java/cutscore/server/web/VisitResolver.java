package cutscore.server.web;

import cutscore.server.database.Arrivals;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Makes the {@link Visit} of a request. The language is that of {@code ?lang=}, else of the cookie
 * that the last choice left, else Chinese.
 */
final class VisitResolver implements HandlerMethodArgumentResolver {
    private static final String COOKIE = "lang";
    private static final String FACE = "face";
    private static final String SCHEME = "scheme";
    private static final String ROWS = "rows";

    private final Shell shell;
    private final Arrivals arrivals;

    VisitResolver(Shell shell, Arrivals arrivals) {
        this.shell = shell;
        this.arrivals = arrivals;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) {
            throw new IllegalStateException("a page needs an HTTP request");
        }
        return visit(request, response);
    }

    Visit visit(HttpServletRequest request, HttpServletResponse response) {
        var asked = Optional.ofNullable(request.getParameter(COOKIE)).flatMap(Language::of);
        asked.ifPresent(language -> remember(language, response));
        var language = asked.or(() -> remembered(request)).orElse(Language.ZH);
        // A form's answer cannot be asked for again by a link; its form can.
        String query = "GET".equals(request.getMethod()) ? withoutLanguage(request) : "";
        return new Visit(
                shell,
                language,
                request.getRequestURI(),
                query,
                hour(),
                () -> token(request),
                request.getUserPrincipal() != null,
                face(request, response));
    }

    /** That of the address, which is kept, else of the cookie, else as everybody begins. */
    private static Face face(HttpServletRequest request, HttpServletResponse response) {
        var kept = cookie(request, FACE).map(Face::read).orElse(Face.FIRST);
        var scheme = Optional.ofNullable(request.getParameter(SCHEME)).flatMap(Face.Scheme::of);
        var rows =
                Optional.ofNullable(request.getParameter(ROWS))
                        .filter(List.of("compact", "normal")::contains)
                        .map("compact"::equals);
        var face = new Face(scheme.orElse(kept.scheme()), rows.orElse(kept.compact()));
        if (scheme.isPresent() || rows.isPresent()) {
            keep(FACE, face.text(), response);
        }
        return face;
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static String withoutLanguage(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .filter(part -> !List.of(COOKIE, SCHEME, ROWS).contains(part.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        return cookie(request, COOKIE).flatMap(Language::of);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> name.equals(cookie.getName()))
                .findFirst()
                .map(Cookie::getValue);
    }

    /** Business time; the database is asked only where the last reading is old. */
    private Instant hour() {
        var told = arrivals.estimate(arrivals.current());
        return told == null ? arrivals.now() : told;
    }

    private static void remember(Language language, HttpServletResponse response) {
        keep(COOKIE, language.code(), response);
    }

    private static void keep(String name, String value, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(31_536_000)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
