package cutscore.server.access;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Scanned paper of several pages. */
final class Paper {
    private Paper() {}

    static byte[] ofPages(int pages) throws IOException {
        try (var paper = new PDDocument()) {
            var picture = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < pages; i++) {
                var page = new PDPage();
                paper.addPage(page);
                try (var pen = new PDPageContentStream(paper, page)) {
                    pen.drawImage(JPEGFactory.createFromImage(paper, picture), 50, 50);
                }
            }
            var bytes = new ByteArrayOutputStream();
            paper.save(bytes);
            return bytes.toByteArray();
        }
    }
}
