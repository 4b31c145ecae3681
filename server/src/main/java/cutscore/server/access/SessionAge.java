package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** How long sign-ins last; and ends a container's session after as long, however busy it was. */
final class SessionAge extends OncePerRequestFilter {
    static final Duration LONGEST = Duration.ofHours(12);

    /** How long an officer's lasts, however busy it is. */
    static final Duration STAFF = Duration.ofHours(10);

    /** Half an hour; a sign-in in use is noted once a minute. */
    static final Duration IDLE = Duration.ofMinutes(31);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            long age = session.getLastAccessedTime() - session.getCreationTime();
            if (age > LONGEST.toMillis()) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
