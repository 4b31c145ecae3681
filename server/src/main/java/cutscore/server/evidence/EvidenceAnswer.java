package cutscore.server.evidence;

import cutscore.server.evidence.EvidenceFiles.Opened;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Hands a file to a browser as something to save, never as a page: sandboxed, not sniffed, not
 * kept, embedded by nobody else. Only for somebody who may see it.
 */
public final class EvidenceAnswer {
    /** Even a file that were a page could do nothing. */
    static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private EvidenceAnswer() {}

    /** Writes the whole answer; its file name says nothing of a person. */
    public static void write(Opened opened, HttpServletResponse response) throws IOException {
        var file = opened.file();
        String name = file.item() + "-" + file.id().toString().substring(0, 8);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + file.kind().ending())
                        .build()
                        .toString());
        response.setContentType(file.kind().mediaType());
        response.setContentLength(opened.bytes().length);
        response.getOutputStream().write(opened.bytes());
    }
}
