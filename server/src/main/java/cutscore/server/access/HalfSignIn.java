package cutscore.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * An officer whose password was right and whose second factor is still to come: nobody is signed in
 * yet. Good for ten minutes, in this browser's session alone.
 *
 * @param since of {@link System#nanoTime}, which no clock's jump moves
 */
record HalfSignIn(UUID officer, long since) implements Serializable {
    private static final String KEPT = "half-sign-in";
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Takes the sign-in back that the password made, and remembers how far it came. */
    static void begin(HttpServletRequest request, UUID officer) {
        SecurityContextHolder.clearContext();
        request.getSession().removeAttribute(SignInGuard.KEPT);
        request.getSession().setAttribute(KEPT, new HalfSignIn(officer, System.nanoTime()));
    }

    static Optional<HalfSignIn> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEPT) instanceof HalfSignIn half
                        && System.nanoTime() - half.since < LIFE.toNanos()
                ? Optional.of(half)
                : Optional.empty();
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }
}
