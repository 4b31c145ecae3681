package cutscore.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
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
 * @param age since it began
 * @param idle since it was seen, up to a minute more
 * @param sinceProof since a second factor was proven in it, when one was
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
        Duration age,
        Duration idle,
        Optional<Duration> sinceProof,
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
