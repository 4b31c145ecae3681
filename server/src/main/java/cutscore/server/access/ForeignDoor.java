package cutscore.server.access;

import cutscore.kernel.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signing in with an identity that another house vouches for (OpenID Connect, code flow with PKCE).
 * An identity opens an account only after its owner, signed in here, has linked the two; until then
 * it is kept in the browser's session.
 */
@Component
class ForeignDoor {
    static final String WAY = "/oauth2/authorization/oidc";

    private final AccessSettings.@Nullable Oidc house;
    private final LinkedIdentities identities;
    private final Door door;

    ForeignDoor(AccessSettings settings, LinkedIdentities identities, Door door) {
        this.house = settings.oidc();
        this.identities = identities;
        this.door = door;
    }

    /** What people call the other house; empty when none is configured. */
    Optional<Words> name() {
        return Optional.ofNullable(house).map(given -> new Words(given.nameZh(), given.nameEn()));
    }

    static Optional<LinkedIdentities.Proven> proven(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(LinkedIdentities.Proven.KEPT)
                                instanceof LinkedIdentities.Proven proven
                ? Optional.of(proven)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(LinkedIdentities.Proven.KEPT);
    }

    /** The provider's answer is a proof for this request alone, never a sign-in by itself. */
    void configure(OAuth2LoginConfigurer<?> login, AccessSettings.Oidc given) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(
                        new SupplierClientRegistrationRepository(
                                () -> new InMemoryClientRegistrationRepository(client(given))))
                .successHandler(this::arrived)
                .failureHandler((_, response, _) -> response.sendRedirect("/sign-in?elsewhere"));
        login.withObjectPostProcessor(
                new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                    @Override
                    public <T extends OAuth2LoginAuthenticationFilter> T postProcess(T filter) {
                        // Last, for the chain would hand it the session's.
                        filter.setSecurityContextRepository(
                                new RequestAttributeSecurityContextRepository());
                        return filter;
                    }
                });
    }

    Optional<AccessSettings.Oidc> house() {
        return Optional.ofNullable(house);
    }

    /** Asked of the provider when first needed, so that we start without it. */
    private static ClientRegistration client(AccessSettings.Oidc given) {
        return ClientRegistrations.fromIssuerLocation(given.issuer())
                .registrationId("oidc")
                .clientId(given.clientId())
                .clientSecret(given.clientSecret())
                .scope("openid")
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private void arrived(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (!(who.getPrincipal() instanceof OidcUser user)) {
            response.sendRedirect("/sign-in?elsewhere");
            return;
        }
        var proven =
                new LinkedIdentities.Proven(
                        String.valueOf(user.getIdToken().getIssuer()),
                        String.valueOf(user.getIdToken().getSubject()));
        var account = identities.account(proven);
        if (account.isPresent()) {
            door.open(
                    request,
                    response,
                    new SignedIn.AsExaminee(account.get()),
                    LiveSignIn.Means.OIDC);
            response.sendRedirect("/me");
        } else {
            request.getSession().setAttribute(LinkedIdentities.Proven.KEPT, proven);
            response.sendRedirect("/me/account");
        }
    }
}
