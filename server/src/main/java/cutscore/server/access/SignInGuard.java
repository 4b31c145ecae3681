package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who is signed in: whom the sign-in's row names, at every request anew. Nothing about it is
 * kept in this process, so another node and a restarted one say the same.
 */
final class SignInGuard extends OncePerRequestFilter {
    /** Where the container's session keeps whose half-finished things it holds. */
    static final String KEPT = "sign-in";

    private final SignInCookie cookie;
    private final SignIns signIns;
    private final SecurityContextRepository contexts;

    SignInGuard(SignInCookie cookie, SignIns signIns, SecurityContextRepository contexts) {
        this.cookie = cookie;
        this.signIns = signIns;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/assets/")) {
            var here = cookie.sent(request).flatMap(signIns::find).filter(SignInGuard::isYoung);
            here.ifPresent(found -> admit(found, request, response));
            keepApart(request, here.map(SignIns.Found::live));
        }
        chain.doFilter(request, response);
    }

    /** An officer's is over after ten hours, an examinee's after twelve; both when left alone. */
    private static boolean isYoung(SignIns.Found found) {
        var longest =
                found.person() instanceof SignedIn.AsOfficer
                        ? SessionAge.STAFF
                        : SessionAge.LONGEST;
        return found.live().age().compareTo(longest) < 0
                && found.live().idle().compareTo(SessionAge.IDLE) < 0;
    }

    private void admit(
            SignIns.Found found, HttpServletRequest request, HttpServletResponse response) {
        signIns.noteUse(found.live());
        request.setAttribute(LiveSignIn.HERE, found.live());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(found.person(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /**
     * What one sign-in left half finished in the container's session is no other's to go on with.
     */
    private static void keepApart(HttpServletRequest request, Optional<LiveSignIn> here) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(KEPT) instanceof UUID id
                && here.filter(live -> live.id().equals(id)).isEmpty()) {
            session.invalidate();
            session = null;
        }
        String accepts = request.getHeader(HttpHeaders.ACCEPT);
        boolean reads =
                "GET".equals(request.getMethod())
                        && accepts != null
                        && accepts.contains("text/html");
        if (here.isPresent() && (session != null || reads)) {
            request.getSession().setAttribute(KEPT, here.get().id());
        }
    }
}
