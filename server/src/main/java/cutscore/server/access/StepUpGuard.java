package cutscore.server.access;

import cutscore.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds the handlers with {@link StepUp} to a factor that was proven a few minutes ago. */
@Component
class StepUpGuard implements HandlerInterceptor {
    static final String CODE = "step-up-code";
    static final String CREDENTIAL = "step-up-credential";

    private final Factors factors;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final Door door;
    private final AccessSettings settings;

    StepUpGuard(
            Factors factors,
            Passkeys passkeys,
            SignIns signIns,
            Door door,
            AccessSettings settings) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.door = door;
        this.settings = settings;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(StepUp.class)
                && Lanes.person(SecurityContextHolder.getContext().getAuthentication())
                        instanceof SignedIn.AsOfficer(UUID officer)) {
            require(request, officer);
        }
        return true;
    }

    private void require(HttpServletRequest request, UUID officer) {
        var here =
                LiveSignIn.of(request)
                        .orElseThrow(() -> new NoSuchElementException("no sign-in here"));
        if (isFresh(here) || !isAskedOf(officer)) {
            return;
        }
        var fault = answer(request, officer);
        if (fault != null) {
            throw new StepUpWanted(kept(request), fault);
        }
        signIns.prove(here.id());
    }

    /** Whether a factor was proven in this sign-in, and not too long ago. */
    boolean isFresh(LiveSignIn here) {
        return here.sinceProof().filter(age -> age.compareTo(settings.stepUp()) < 0).isPresent();
    }

    /** Whether this officer is asked for one at all. */
    boolean isAskedOf(UUID officer) {
        return factors.areRequired() || factors.isEnrolled(officer);
    }

    /** Null when what came with the form proves it; else what was wrong, empty if nothing came. */
    private @Nullable List<Fault> answer(HttpServletRequest request, UUID officer) {
        String credential = request.getParameter(CREDENTIAL);
        if (credential != null && !credential.isEmpty()) {
            return passkeys.answered(request, credential).filter(officer::equals).isPresent()
                    ? null
                    : List.of(FactorPages.wrong());
        }
        String code = request.getParameter(CODE);
        if (code == null) {
            return List.of();
        }
        return switch (factors.prove(officer, code, door.lane(request, officer))) {
            case RIGHT -> null;
            case WRONG -> List.of(FactorPages.wrong());
            case TOO_SOON -> List.of(FactorPages.tooMany());
        };
    }

    private static StepUpWanted.Kept kept(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        List.of("_csrf", CODE, CREDENTIAL).forEach(fields::remove);
        return new StepUpWanted.Kept(request.getRequestURI(), fields);
    }
}
