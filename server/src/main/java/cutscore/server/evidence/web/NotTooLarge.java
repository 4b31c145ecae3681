package cutscore.server.evidence.web;

import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceRefusal;
import cutscore.server.web.LargeForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away by its announced length what is too large, before anything reads it; and a form whose
 * length nobody announces. A browser is led to the page that says so.
 */
final class NotTooLarge extends OncePerRequestFilter {
    /** The rest of a form beside its file. */
    private static final long MARGIN = 1 << 16;

    private final List<LargeForm> large;

    NotTooLarge(List<LargeForm> large) {
        this.large = List.copyOf(large);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() <= most(request) + MARGIN) {
            chain.doFilter(request, response);
        } else if (wantsPage(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    FilesController.FILES + "?refused=" + EvidenceRefusal.TOO_LARGE.name());
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /** Larger forms only where a room says so, and only of a browser that was here before. */
    private long most(HttpServletRequest request) {
        return large.stream()
                .filter(form -> form.path().equals(request.getRequestURI()))
                .filter(_ -> request.getSession(false) != null)
                .mapToLong(LargeForm::mostBytes)
                .findFirst()
                .orElse(EvidenceFiles.MOST_BYTES);
    }

    /** Whether it comes from a form on one of a person's own pages. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accepts = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/me")
                && accepts != null
                && accepts.contains("text/html");
    }
}
