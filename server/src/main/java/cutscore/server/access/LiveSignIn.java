package cutscore.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * One sign-in that has not been ended.
 *
 * @param browser what it calls itself, two words at most
 * @param fresh whether it began within the last ten minutes
 * @param sitting the one an examinee chose in it
 */
record LiveSignIn(
        UUID id,
        UUID account,
        Means means,
        String browser,
        Instant began,
        Instant seen,
        boolean fresh,
        Optional<Sitting> sitting) {
    static final String HERE = LiveSignIn.class.getName();

    /** What somebody signed in with. */
    enum Means {
        PASSWORD,
        CODE,
        PASSKEY,
        OIDC,
        REGISTRATION
    }

    /** Whether the owner has just proven more than that he knows, or holds, this browser. */
    boolean provesMore() {
        return fresh && means != Means.PASSWORD;
    }

    /** That of a request. */
    static Optional<LiveSignIn> of(HttpServletRequest request) {
        return request.getAttribute(HERE) instanceof LiveSignIn here
                ? Optional.of(here)
                : Optional.empty();
    }

    /** That of the request which this thread answers. */
    static Optional<LiveSignIn> current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(HERE, RequestAttributes.SCOPE_REQUEST)
                                instanceof LiveSignIn here
                ? Optional.of(here)
                : Optional.empty();
    }
}
