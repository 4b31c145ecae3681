package cutscore.server.evidence;

import cutscore.server.evidence.EvidenceFiles.Opened;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * One page of a kept file as a picture to look at. What is kept was made anew by the examiner: a
 * JPEG, or a PDF of one JPEG to each page, which is handed out as it lies there; nothing is drawn.
 */
public final class EvidencePage {
    private EvidencePage() {}

    /**
     * Writes it, for somebody who may see the file.
     *
     * @param number from 1
     * @throws NoSuchElementException when the file has no such page
     */
    public static void write(Opened opened, int number, HttpServletResponse response)
            throws IOException {
        byte[] picture = picture(opened, number);
        response.setHeader("Content-Security-Policy", EvidenceAnswer.POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        response.setContentType(MediaType.IMAGE_JPEG_VALUE);
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }

    static byte[] picture(Opened opened, int number) throws IOException {
        if (number < 1 || number > opened.file().pages()) {
            throw new NoSuchElementException("no such page");
        }
        return switch (opened.file().kind()) {
            case JPEG -> opened.bytes();
            case PDF -> page(opened.bytes(), number);
        };
    }

    private static byte[] page(byte[] pdf, int number) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(number - 1).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject image) {
                    try (var raw = image.getStream().getCOSObject().createRawInputStream()) {
                        return raw.readAllBytes();
                    }
                }
            }
        }
        throw new NoSuchElementException("a page without a picture");
    }
}
