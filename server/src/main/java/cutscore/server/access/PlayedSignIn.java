package cutscore.server.access;

import cutscore.server.database.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Invented examinees of a campaign, thousands at once: a header that the campaign's own secret
 * signs stands for a sign-in, since hashing thousands of passwords would measure the hashing. Only
 * where the environment is for play and a secret is set; {@code serve} refuses such a secret.
 */
final class PlayedSignIn extends OncePerRequestFilter {
    private static final Set<String> WHERE = Set.of("cycle", "test");
    private static final Pattern HEADER =
            Pattern.compile("Played ([0-9a-f-]{36})\\.([0-9a-f]{64})");

    private final byte @Nullable [] secret;

    PlayedSignIn(Settings settings, @Nullable String secret) {
        this.secret =
                secret != null && secret.length() >= 32 && WHERE.contains(settings.environment())
                        ? secret.getBytes(StandardCharsets.UTF_8)
                        : null;
    }

    /** The header's value for an account. */
    static String header(UUID account, byte[] secret) {
        return "Played " + account + "." + mac(account.toString(), secret);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (secret != null && header != null) {
            var said = HEADER.matcher(header);
            if (said.matches() && same(mac(said.group(1), secret), said.group(2))) {
                var person = new SignedIn.AsExaminee(UUID.fromString(said.group(1)));
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        person, null, List.of()));
            }
        }
        chain.doFilter(request, response);
    }

    private static String mac(String account, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(account.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
