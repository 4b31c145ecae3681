package cutscore.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send, before the token is even looked at.
 * Browsers set both headers themselves; where neither is there, the token decides alone.
 */
final class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return text(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static String text(@Nullable String authority) {
        return authority == null ? "" : authority;
    }
}
