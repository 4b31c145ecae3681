package cutscore.server.access;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.server.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Desk} of a request. */
final class DeskResolver implements HandlerMethodArgumentResolver {
    static final String SAID = "said";

    private final OfficerTable officers;
    private final List<DeskRoom> rooms;
    private final HandlerMethodArgumentResolver visits;

    DeskResolver(
            OfficerTable officers, List<DeskRoom> rooms, HandlerMethodArgumentResolver visits) {
        this.officers = officers;
        this.rooms = rooms.stream().sorted(Comparator.comparingInt(DeskRoom::order)).toList();
        this.visits = visits;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Desk.class;
    }

    @Override
    public Desk resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var visit = visits.resolveArgument(parameter, container, web, binders);
        if (request == null || !(visit instanceof Visit at)) {
            throw new IllegalStateException("a desk needs an HTTP request");
        }
        var person = Lanes.person(SecurityContextHolder.getContext().getAuthentication());
        var officer =
                person instanceof SignedIn.AsOfficer(var id)
                        ? officers.find(id)
                        : Optional.<Officer>empty();
        Set<Role> roles =
                officer.map(Officer::roles)
                        .orElse(person == null ? Set.of() : Set.of(Role.EXAMINEE));
        return new Desk(
                at,
                officer.map(Officer::name).orElse(""),
                roles,
                officer.flatMap(Officer::province).map(DivisionCode::province),
                token(request),
                rooms.stream()
                        .filter(room -> room.roles().stream().anyMatch(roles::contains))
                        .toList(),
                said(request));
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static Optional<Words> said(HttpServletRequest request) {
        var carried = RequestContextUtils.getInputFlashMap(request);
        return carried != null && carried.get(SAID) instanceof Words words
                ? Optional.of(words)
                : Optional.empty();
    }
}
