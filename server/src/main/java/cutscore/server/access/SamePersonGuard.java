package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a form that waited go on for the person who filled it in, and for nobody else. */
final class SamePersonGuard extends OncePerRequestFilter {
    private final WaitingForms waiting;

    SamePersonGuard(WaitingForms waiting) {
        this.waiting = waiting;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = Lanes.person(SecurityContextHolder.getContext().getAuthentication());
        if ("POST".equals(request.getMethod())
                && person != null
                && waiting.isOfAnother(request, person.id())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
