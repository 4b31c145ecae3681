package cutscore.server.access;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.web.OpenToAll;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Reads the lane that a handler declares and holds the request to it. The security chain and the
 * matrix test ask the same class, so what is tested is what is enforced.
 */
@Component
class Lanes implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String KNOWN = Lanes.class.getName();
    private static final String HANDLER = KNOWN + ".handler";

    private final RequestMappingHandlerMapping handlers;
    private final OfficerTable officers;

    Lanes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            OfficerTable officers) {
        this.handlers = handlers;
        this.officers = officers;
    }

    /** Whether there is a lane at all; where not, the chain's last rule denies. */
    boolean isDeclared(HttpServletRequest request) {
        return switch (of(request)) {
            case Lane.Undeclared _, Lane.NoPage _ -> false;
            case Lane.Open _, Lane.EverybodySignedIn _, Lane.Holders _, Lane.WrongManner _ -> true;
        };
    }

    /** Whether the page exists but wants somebody signed in. */
    boolean wantsSigningIn(HttpServletRequest request) {
        return switch (of(request)) {
            case Lane.EverybodySignedIn _, Lane.Holders _ -> true;
            case Lane.Open _, Lane.Undeclared _, Lane.NoPage _, Lane.WrongManner _ -> false;
        };
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        boolean granted =
                switch (of(context.getRequest())) {
                    case Lane.Open _, Lane.WrongManner _ -> true;
                    case Lane.EverybodySignedIn _ -> person(who.get()) != null;
                    case Lane.Holders(var roles) -> holds(person(who.get()), roles);
                    case Lane.Undeclared _, Lane.NoPage _ -> false;
                };
        return new AuthorizationDecision(granted);
    }

    private boolean holds(@Nullable SignedIn person, Set<Role> roles) {
        return switch (person) {
            case null -> false;
            case SignedIn.AsExaminee _ -> roles.contains(Role.EXAMINEE);
            case SignedIn.AsOfficer(var id) ->
                    officers.find(id).stream()
                            .flatMap(officer -> officer.roles().stream())
                            .anyMatch(roles::contains);
        };
    }

    /**
     * The province that the request may not look beyond: the officer's own, unless the handler says
     * why it looks further ({@link AcrossBorders}).
     */
    Optional<DivisionCode> border(HttpServletRequest request) {
        var person = person(SecurityContextHolder.getContext().getAuthentication());
        return person instanceof SignedIn.AsOfficer(var id) && !crosses(request)
                ? officers.find(id).flatMap(Officer::province)
                : Optional.empty();
    }

    private boolean crosses(HttpServletRequest request) {
        of(request);
        return request.getAttribute(HANDLER) instanceof HandlerMethod handler
                && (handler.hasMethodAnnotation(AcrossBorders.class)
                        || handler.getBeanType().isAnnotationPresent(AcrossBorders.class));
    }

    static @Nullable SignedIn person(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof SignedIn person ? person : null;
    }

    /**
     * The lane of the page that will answer this request; asked once, remembered in the request.
     */
    Lane of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Lane known) {
            return known;
        }
        var lane = find(request);
        request.setAttribute(KNOWN, lane);
        return lane;
    }

    private Lane find(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        ThrowingSupplier<Optional<HandlerExecutionChain>> ask =
                () -> Optional.ofNullable(handlers.getHandler(request));
        try {
            return ask.get((_, why) -> new NotAnswered(why))
                    .map(HandlerExecutionChain::getHandler)
                    .filter(HandlerMethod.class::isInstance)
                    .map(handler -> of(remembered(request, (HandlerMethod) handler)))
                    .orElseGet(Lane.NoPage::new);
        } catch (NotAnswered why) {
            if (why.getCause() instanceof ServletException) {
                return new Lane.WrongManner();
            }
            throw why;
        }
    }

    private static HandlerMethod remembered(HttpServletRequest request, HandlerMethod handler) {
        request.setAttribute(HANDLER, handler);
        return handler;
    }

    /** The mappings know the page but did not choose a handler. */
    private static final class NotAnswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAnswered(Exception why) {
            super(why);
        }
    }

    /** The lane a handler declares: on the method, else on its class, else none. */
    static Lane of(HandlerMethod handler) {
        for (var element :
                new java.lang.reflect.AnnotatedElement[] {
                    handler.getMethod(), handler.getBeanType()
                }) {
            boolean open = AnnotatedElementUtils.hasAnnotation(element, OpenToAll.class);
            var roles = AnnotatedElementUtils.findMergedAnnotation(element, For.class);
            if (open && roles == null) {
                return new Lane.Open();
            }
            if (roles != null && !open) {
                return roles.everybodySignedIn()
                        ? new Lane.EverybodySignedIn()
                        : new Lane.Holders(Set.of(roles.value()));
            }
        }
        return new Lane.Undeclared();
    }
}
