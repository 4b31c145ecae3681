package cutscore.server.cycle;

import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.evidence.EvidenceFiles;
import cutscore.server.evidence.EvidenceOwner;
import cutscore.server.evidence.Taken;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Papers for the demonstration: drawn, sent through the same door as everybody's. */
@Component
record InventedPapers(EvidenceFiles files, TransactionOperations transactions) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 1200;

    /** A work certificate that says of itself that it is invented; none where it is refused. */
    List<EvidenceOf> workCertificate(UUID owner, int number) {
        try {
            var taken =
                    files.whole(
                            EvidenceOwner.of(owner),
                            "other",
                            "work-certificate.jpg",
                            new ByteArrayInputStream(drawn(number)));
            if (!(taken instanceof Taken.Stored stored)) {
                return List.of();
            }
            var id = stored.file().id();
            boolean kept =
                    Boolean.TRUE.equals(
                            transactions.execute(_ -> files.attach(List.of(id), owner)));
            return kept ? List.of(new EvidenceOf("other", id)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] drawn(int number) throws IOException {
        var paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        pen.drawRect(60, 60, WIDTH - 120, HEIGHT - 120);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 38));
        pen.drawString("CERTIFICATE OF EMPLOYMENT", 120, 180);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        pen.drawString("invented, for the demonstration only", 120, 240);
        pen.drawString("No. " + (2024_000 + number), 120, 320);
        for (int line = 0; line < 9; line++) {
            pen.drawLine(120, 420 + line * 56, WIDTH - 120, 420 + line * 56);
        }
        seal(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static void seal(Graphics2D pen) {
        pen.setColor(new Color(0xB3261E));
        pen.setStroke(new BasicStroke(8));
        pen.drawOval(560, 880, 200, 200);
        pen.drawString("INVENTED", 590, 990);
    }
}
