package cutscore.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;

/** A page of a kept PDF is the JPEG that lies in it. */
class EvidencePageTests {

    @Test
    void eachPageOfAPdfIsItsOwnPicture() throws IOException {
        var opened = opened(EvidenceFile.Kind.PDF, 2, pdf(40, 90));
        assertThat(width(EvidencePage.picture(opened, 1))).isEqualTo(40);
        assertThat(width(EvidencePage.picture(opened, 2))).isEqualTo(90);
        assertThatThrownBy(() -> EvidencePage.picture(opened, 3))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> EvidencePage.picture(opened, 0))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aPictureIsItsOwnOnlyPage() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        var opened = opened(EvidenceFile.Kind.JPEG, 1, bytes.toByteArray());
        assertThat(width(EvidencePage.picture(opened, 1))).isEqualTo(30);
    }

    private static EvidenceFiles.Opened opened(EvidenceFile.Kind kind, int pages, byte[] bytes) {
        return new EvidenceFiles.Opened(
                new EvidenceFile(
                        new UUID(0, 1),
                        "other",
                        "1",
                        kind,
                        bytes.length,
                        pages,
                        EvidenceFile.Scan.NOT_SCANNED,
                        Instant.EPOCH,
                        true),
                bytes);
    }

    private static byte[] pdf(int... widths) throws IOException {
        try (var document = new PDDocument()) {
            for (int width : widths) {
                var page = new PDPage();
                document.addPage(page);
                var picture = new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB);
                var image = JPEGFactory.createFromImage(document, picture);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0);
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static int width(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth();
    }
}
