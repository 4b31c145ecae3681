package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a second factor is required, an officer who has proven none in this sign-in reaches nothing
 * behind the door but the page on which one is added.
 */
final class EnrolFirst extends OncePerRequestFilter {
    private final Factors factors;
    private final Lanes lanes;

    EnrolFirst(Factors factors, Lanes lanes) {
        this.factors = factors;
        this.lanes = lanes;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isHeld(request)) {
            chain.doFilter(request, response);
        } else if ("GET".equals(request.getMethod())) {
            response.sendRedirect(SecurityController.HERE);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isHeld(HttpServletRequest request) {
        var person = Lanes.person(SecurityContextHolder.getContext().getAuthentication());
        String path = request.getRequestURI();
        boolean adding =
                path.equals(SecurityController.HERE)
                        || path.startsWith(SecurityController.HERE + "/");
        return factors.areRequired()
                && person instanceof SignedIn.AsOfficer
                && LiveSignIn.of(request).flatMap(LiveSignIn::sinceProof).isEmpty()
                && !adding
                && lanes.wantsSigningIn(request);
    }
}
