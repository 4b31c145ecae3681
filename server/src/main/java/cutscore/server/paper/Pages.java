package cutscore.server.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A4 pages being written from top to bottom; lengths in points. */
final class Pages implements Ruler, AutoCloseable {
    static final float LEFT = 64;
    static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    static final float TOP = PDRectangle.A4.getHeight() - 64;
    static final float BOTTOM = 64;

    private final FontChain fonts;
    private final ReentrantLock press;
    private final PDDocument document = new PDDocument();
    private final Tags tags = new Tags(document);
    private final Map<Face, PDType0Font> embedded = new LinkedHashMap<>();
    private final List<PDPage> pages = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream stream;
    private float y = TOP;

    Pages(FontChain fonts, ReentrantLock press) throws IOException {
        this.fonts = fonts;
        this.press = press;
        page = addPage();
        stream = new PDPageContentStream(document, page);
    }

    float y() {
        return y;
    }

    void down(float points) {
        y -= points;
    }

    Tags tags() {
        return tags;
    }

    /** Begins a new page when less than so much is left on this one. */
    void need(float points) throws IOException {
        if (y - points >= BOTTOM) {
            return;
        }
        stream.close();
        page = addPage();
        stream = new PDPageContentStream(document, page);
        y = TOP;
    }

    /** One line of text with its left end at x and its baseline at the given height. */
    void text(float x, float baseline, Pen pen, String text) throws IOException {
        stream.beginMarkedContent(COSName.P, tags.next(page));
        draw(stream, x, baseline, pen, text);
        stream.endMarkedContent();
    }

    private void draw(PDPageContentStream to, float x, float baseline, Pen pen, String text)
            throws IOException {
        to.beginText();
        to.setNonStrokingColor(pen.ink().color());
        to.newLineAtOffset(x, baseline);
        for (var run : runs(pen.style(), text)) {
            to.setFont(embedded(run.face()), pen.size());
            to.showText(run.text());
        }
        to.endText();
    }

    /** A straight line: decoration, which a screen reader skips. */
    void rule(float x1, float x2, float height, float width, Ink ink) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        stream.setStrokingColor(ink.color());
        stream.setLineWidth(width);
        stream.moveTo(x1, height);
        stream.lineTo(x2, height);
        stream.stroke();
        stream.endMarkedContent();
    }

    void frame(float x, float bottom, float width, float height, Ink ink) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        stream.setStrokingColor(ink.color());
        stream.setLineWidth(1.5f);
        stream.addRect(x, bottom, width, height);
        stream.stroke();
        stream.endMarkedContent();
    }

    /** The code as one filled shape, so that no seams show between its modules. */
    void qr(QrCode code, float x, float top, float size) throws IOException {
        float module = size / code.size();
        stream.beginMarkedContent(COSName.getPDFName("Figure"), tags.next(page));
        stream.setNonStrokingColor(Ink.INK.color());
        for (int row = 0; row < code.size(); row++) {
            row(code, row, x, top - (row + 1) * module, module);
        }
        stream.fill();
        stream.endMarkedContent();
    }

    private void row(QrCode code, int row, float x, float bottom, float module) throws IOException {
        int from = 0;
        while (from < code.size()) {
            int to = from;
            while (to < code.size() && code.isDark(to, row)) {
                to++;
            }
            if (to > from) {
                stream.addRect(x + from * module, bottom, (to - from) * module, module);
            }
            from = to + 1;
        }
    }

    @Override
    public float width(Pen pen, String text) {
        float thousandths = 0;
        for (var run : runs(pen.style(), text)) {
            float in = 0;
            for (int c : run.text().codePoints().toArray()) {
                in += run.face().width(c);
            }
            thousandths += in;
        }
        return thousandths * pen.size() / 1000;
    }

    byte[] save(Imprint imprint) throws IOException {
        stream.close();
        numberPages();
        tags.close();
        Metadata.write(document, imprint);
        var out = new ByteArrayOutputStream(64 * 1024);
        // Subsetting reads the shared font files: one at a time.
        press.lock();
        try {
            document.save(out, CompressParameters.NO_COMPRESSION);
        } finally {
            press.unlock();
        }
        return out.toByteArray();
    }

    private void numberPages() throws IOException {
        if (pages.size() == 1) {
            return;
        }
        var pen = new Pen(Style.TEXT, 8, Ink.FAINT);
        for (int i = 0; i < pages.size(); i++) {
            var text = "第 " + (i + 1) + " 页，共 " + pages.size() + " 页";
            try (var foot =
                    new PDPageContentStream(
                            document, pages.get(i), AppendMode.APPEND, true, true)) {
                foot.beginMarkedContent(COSName.ARTIFACT);
                draw(foot, RIGHT - width(pen, text), BOTTOM / 2, pen, text);
                foot.endMarkedContent();
            }
        }
    }

    private PDPage addPage() {
        var fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        pages.add(fresh);
        tags.newPage(fresh);
        return fresh;
    }

    private record Run(Face face, String text) {}

    private List<Run> runs(Style style, String text) {
        var out = new ArrayList<Run>();
        int from = 0;
        Face current = null;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            var face = fonts.find(style, c).orElseThrow(() -> refused(c));
            if (current != null && !current.equals(face)) {
                out.add(new Run(current, text.substring(from, at)));
                from = at;
            }
            current = face;
            at += Character.charCount(c);
        }
        if (current != null) {
            out.add(new Run(current, text.substring(from)));
        }
        return out;
    }

    private static IllegalArgumentException refused(int c) {
        return new IllegalArgumentException(new Unprintable(c).words().toString());
    }

    private PDType0Font embedded(Face face) throws IOException {
        var font = embedded.get(face);
        if (font == null) {
            press.lock();
            try {
                font = PDType0Font.load(document, face.font(), true);
            } finally {
                press.unlock();
            }
            embedded.put(face, font);
        }
        return font;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
