package cutscore.server.access;

import cutscore.server.database.Border;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds a provincial officer's request inside the province, in the database itself. */
final class BorderGuard extends OncePerRequestFilter {
    private final Lanes lanes;

    BorderGuard(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean asset = request.getRequestURI().startsWith("/assets/");
        var border = asset ? null : lanes.border(request).orElse(null);
        if (border == null) {
            chain.doFilter(request, response);
        } else {
            Border.<ServletException, IOException>within(
                    border, () -> chain.doFilter(request, response));
        }
    }
}
