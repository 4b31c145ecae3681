package cutscore.server.evidence.parser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.RenderDestination;

/**
 * Draws the pages of a PDF and writes a new PDF of these drawings: no script, form, attachment,
 * action, font or link of the old one is carried over, because nothing of it is copied.
 */
final class Papers {
    /** 页数上限. */
    static final int MOST_PAGES = 20;

    private static final float QUALITY = 0.8f;
    private static final float DOTS_PER_POINT = 150f / 72;
    private static final float LONGEST_SIDE = 2000;
    private static final float LONGEST_PAPER = 2000;

    private Papers() {}

    /** How many pages, and the new PDF. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Flat(int pages, byte[] pdf) {}

    static Flat flat(byte[] sent) throws IOException {
        var memory = IOUtils.createMemoryOnlyStreamCache();
        try (var old = Loader.loadPDF(new RandomAccessReadBuffer(sent), memory);
                var made = new PDDocument()) {
            int pages = old.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new Refused(Verdict.TOO_MANY_PAGES);
            }
            if (pages < 1) {
                throw new Refused(Verdict.UNREADABLE);
            }
            var renderer = new PDFRenderer(old);
            renderer.setSubsamplingAllowed(true);
            renderer.setDefaultDestination(RenderDestination.VIEW);
            for (int i = 0; i < pages; i++) {
                add(made, drawing(renderer, old.getPage(i), i), old.getPage(i));
            }
            var out = new ByteArrayOutputStream();
            made.save(out);
            return new Flat(pages, out.toByteArray());
        } catch (InvalidPasswordException e) {
            throw new Refused(Verdict.LOCKED);
        }
    }

    private static BufferedImage drawing(PDFRenderer renderer, PDPage page, int number)
            throws IOException {
        var box = page.getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(Math.min(box.getWidth(), box.getHeight()) >= 1) || !(longest <= 20_000)) {
            throw new Refused(Verdict.UNREADABLE);
        }
        float scale = Math.min(DOTS_PER_POINT, LONGEST_SIDE / longest);
        return renderer.renderImage(number, scale, ImageType.RGB);
    }

    private static void add(PDDocument made, BufferedImage drawing, PDPage old) throws IOException {
        var box = old.getCropBox();
        float shrink = Math.min(1, LONGEST_PAPER / Math.max(box.getWidth(), box.getHeight()));
        boolean turned = old.getRotation() % 180 != 0;
        float width = shrink * (turned ? box.getHeight() : box.getWidth());
        float height = shrink * (turned ? box.getWidth() : box.getHeight());
        var page = new PDPage(new PDRectangle(width, height));
        made.addPage(page);
        var image = JPEGFactory.createFromImage(made, drawing, QUALITY);
        try (var content = new PDPageContentStream(made, page)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }
}
