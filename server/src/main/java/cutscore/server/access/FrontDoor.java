package cutscore.server.access;

import cutscore.server.database.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The one security chain. What a handler declares is granted; everything else is denied by the last
 * rule. The framework's default chain is never relied on.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessSettings.class)
class FrontDoor {
    private final boolean secure;
    private final Lanes lanes;
    private final WaitingForms waiting;
    private final PlayedSignIn played;

    FrontDoor(AccessSettings access, Settings settings, Lanes lanes, WaitingForms waiting) {
        this.secure = access.isSecure(settings);
        this.lanes = lanes;
        this.waiting = waiting;
        this.played = new PlayedSignIn(settings, access.playedSecret());
    }

    @Bean
    SecurityFilterChain securityChain(
            HttpSecurity http,
            SignInCheck check,
            Door door,
            SignIns signIns,
            SignInCookie cookie,
            CsrfTokenRepository tokens,
            ForeignDoor foreign,
            Patience patience,
            Factors factors) {
        var remembered = rememberedPages();
        var contexts = new RequestAttributeSecurityContextRepository();
        foreign.house()
                .ifPresent(house -> http.oauth2Login(login -> foreign.configure(login, house)));
        return http.authenticationProvider(check)
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(
                        paths ->
                                paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(lanes::isDeclared)
                                        .access(lanes)
                                        .anyRequest()
                                        .denyAll())
                .formLogin(form -> signIn(form, new Welcome(door, factors, patience)))
                .logout(
                        out ->
                                out.logoutUrl("/sign-out")
                                        .addLogoutHandler(farewell(patience, signIns, cookie))
                                        .deleteCookies(sessionCookie())
                                        .logoutSuccessUrl("/"))
                .requestCache(cache -> cache.requestCache(remembered))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(this::atTheDoor))
                // RFC 8058: a mail programme stops messages without a page of ours before.
                .csrf(csrf -> formTokens(csrf, tokens))
                .headers(this::headers)
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .addFilterBefore(new SessionAge(), SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new SignInGuard(cookie, signIns, contexts),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new EnrolFirst(factors, lanes), SignInGuard.class)
                .addFilterAfter(played, SignInGuard.class)
                .addFilterBefore(new SamePersonGuard(waiting), CsrfFilter.class)
                .addFilterBefore(new BorderGuard(lanes), AuthorizationFilter.class)
                .anonymous(anonymous -> anonymous.principal("nobody"))
                .build();
    }

    /** Only a page that wants somebody signed in is kept, so that signing in leads back to it. */
    @SuppressWarnings("NullAway")
    private HttpSessionRequestCache rememberedPages() {
        var remembered = new HttpSessionRequestCache();
        remembered.setRequestMatcher(
                request -> "GET".equals(request.getMethod()) && lanes.wantsSigningIn(request));
        remembered.setMatchingRequestParameterName(null);
        return remembered;
    }

    private static void signIn(FormLoginConfigurer<HttpSecurity> form, Welcome welcome) {
        form.loginPage("/sign-in")
                .usernameParameter("name")
                .passwordParameter("password")
                .successHandler(welcome)
                .failureHandler((request, response, why) -> refuse(response, why));
    }

    private static void refuse(HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean soon = why instanceof Patience.TooSoon;
        response.sendRedirect(soon ? "/sign-in?later" : "/sign-in?refused");
    }

    /**
     * A page that is not there says so to everybody; one that wants a person leads to the door; a
     * form waits on the page of the refusal.
     */
    private void atTheDoor(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, jakarta.servlet.ServletException {
        if (!lanes.wantsSigningIn(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if ("GET".equals(request.getMethod())) {
            new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, why);
        } else {
            waiting.keep(request);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static LogoutHandler farewell(Patience patience, SignIns signIns, SignInCookie cookie) {
        return (request, response, who) -> {
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
            cookie.drop(response);
            var person = Lanes.person(who);
            if (person != null) {
                patience.note(Patience.Outcome.SIGNED_OUT, person.id(), null);
                LiveSignIn.of(request).ifPresent(here -> signIns.end(person.id(), here.id()));
            }
        };
    }

    /** The content policy and its kin stand on every answer already; the shell sets them. */
    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .xssProtection(HeadersConfigurer.XXssConfig::disable);
        if (secure) {
            headers.httpStrictTransportSecurity(
                    hsts ->
                            hsts.requestMatcher(request -> true)
                                    .includeSubDomains(false)
                                    .maxAgeInSeconds(31_536_000));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }

    /** The token is the browser's, in a cookie; {@link Door} makes a new one for a new person. */
    private static void formTokens(CsrfConfigurer<HttpSecurity> csrf, CsrfTokenRepository tokens) {
        csrf.csrfTokenRepository(tokens)
                .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                .ignoringRequestMatchers("/stop/*");
    }

    @Bean
    static CsrfTokenRepository csrfTokens(AccessSettings access, Settings settings) {
        boolean secure = access.isSecure(settings);
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(secure ? "__Host-csrf" : "csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        return tokens;
    }

    private String sessionCookie() {
        return secure ? "__Host-session" : "session";
    }

    /** What is half finished lives in memory, by a cookie that no script reads. */
    @Bean
    ServletContextInitializer sessionCookieInitializer() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout(30);
            var cookie = context.getSessionCookieConfig();
            cookie.setName(sessionCookie());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(secure);
            cookie.setAttribute("SameSite", "Lax");
        };
    }
}
