package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every request of somebody signed in to a sign-in that has not been ended. */
final class SignInGuard extends OncePerRequestFilter {
    /** Where the container's session keeps the sign-in's id. */
    static final String KEPT = "sign-in";

    private final SignIns signIns;

    SignInGuard(SignIns signIns) {
        this.signIns = signIns;
    }

    /** An officer's is over after ten hours, and after half an hour of nothing. */
    private static boolean isYoung(LiveSignIn live, SignedIn person) {
        return person instanceof SignedIn.AsExaminee
                || (live.age().compareTo(SessionAge.STAFF) < 0
                        && live.idle().compareTo(SessionAge.IDLE) < 0);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        boolean asset = request.getRequestURI().startsWith("/assets/");
        if (session != null && !asset) {
            var person = Lanes.person(SecurityContextHolder.getContext().getAuthentication());
            if (person != null) {
                var live =
                        session.getAttribute(KEPT) instanceof UUID id
                                ? signIns.find(id)
                                : java.util.Optional.<LiveSignIn>empty();
                var here =
                        live.filter(found -> found.account().equals(person.id()))
                                .filter(found -> isYoung(found, person));
                here.ifPresent(found -> request.setAttribute(LiveSignIn.HERE, found));
                if (here.isEmpty()) {
                    session.invalidate();
                    SecurityContextHolder.clearContext();
                }
            }
        }
        chain.doFilter(request, response);
    }
}
