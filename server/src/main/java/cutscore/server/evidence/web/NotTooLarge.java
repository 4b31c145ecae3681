package cutscore.server.evidence.web;

import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceRefusal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Turns away by its announced length what is too large, before anything reads it; and a form whose
 * length nobody announces. A browser is led to the page that says so.
 */
final class NotTooLarge extends OncePerRequestFilter {
    /** The rest of a form beside its file. */
    private static final long MARGIN = 1 << 16;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() <= EvidenceFiles.MOST_BYTES + MARGIN) {
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

    /** Whether it comes from a form on one of a person's own pages. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accepts = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/me")
                && accepts != null
                && accepts.contains("text/html");
    }
}
