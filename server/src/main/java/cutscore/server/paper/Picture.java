package cutscore.server.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;

/**
 * A picture to keep on a phone: blocks from top to bottom, as wide as a phone's screen in the
 * double density of today's screens, as high as it needs. The same blocks give the same pixels.
 * Lengths are pixels; no text is smaller than 13 points on the phone.
 */
public final class Picture implements Ruler {
    /** 360 points of a phone. */
    public static final int WIDTH = 720;

    private static final int EDGE = 40;
    private static final Color PAPER = new Color(0xFBFAF7);
    private static final Pen TITLE = new Pen(Style.SONG, 52, Ink.INK);
    private static final Pen LABEL = new Pen(Style.TEXT, 26, Ink.FAINT);
    private static final Pen VALUE = new Pen(Style.STRONG, 34, Ink.INK);
    private static final Pen BODY = new Pen(Style.TEXT, 30, Ink.INK);
    private static final Pen SMALL = new Pen(Style.TEXT, 26, Ink.FAINT);

    private final FontChain fonts;
    private final ReentrantLock press;
    private final List<Block> blocks = new ArrayList<>();
    private float height = EDGE;

    Picture(FontChain fonts, ReentrantLock press) {
        this.fonts = fonts;
        this.press = press;
    }

    private interface Block {
        void draw(Graphics2D on) throws IOException;
    }

    /** The line that is our mark. */
    public Picture brand() {
        float at = height;
        blocks.add(
                on -> {
                    on.setColor(Ink.INK.color());
                    on.fill(new Rectangle2D.Float(EDGE, at, WIDTH - 2 * EDGE, 2));
                    on.fill(new Rectangle2D.Float(EDGE, at - 4, 96, 10));
                });
        height += 24;
        return this;
    }

    public Picture title(String text) {
        return flow(TITLE, text, 12);
    }

    public Picture paragraph(String text) {
        return flow(BODY, text, 10);
    }

    public Picture small(String text) {
        return flow(SMALL, text, 8);
    }

    /** Each under the other: the label small, the value large. */
    public Picture fields(List<Sheet.Field> fields) {
        for (var field : fields) {
            flow(LABEL, field.label(), 0);
            height -= 10;
            flow(VALUE, field.value(), 8);
        }
        return this;
    }

    /** A QR code across half the width, in the middle. */
    public Picture qr(String content) {
        var code = QrCode.of(content);
        int module = WIDTH / 2 / code.size();
        float left = (WIDTH - module * code.size()) / 2f;
        float top = height + 16;
        blocks.add(on -> draw(on, code, left, top, module));
        height = top + module * code.size() + 24;
        return this;
    }

    private static void draw(Graphics2D on, QrCode code, float left, float top, int module) {
        on.setColor(Ink.INK.color());
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.isDark(column, row)) {
                    on.fill(
                            new Rectangle2D.Float(
                                    left + column * module, top + row * module, module, module));
                }
            }
        }
    }

    private Picture flow(Pen pen, String text, int after) {
        for (var line : Lines.of(this, pen, WIDTH - 2 * EDGE, text)) {
            height += pen.size() * 1.5f;
            float baseline = height - pen.size() * 0.35f;
            blocks.add(on -> draw(on, pen, baseline, line));
        }
        height += after;
        return this;
    }

    /** The outlines of the font itself, so that the picture looks the same on every machine. */
    private void draw(Graphics2D on, Pen pen, float baseline, String text) throws IOException {
        on.setColor(pen.ink().color());
        float x = EDGE;
        for (int c : text.codePoints().toArray()) {
            var face = face(pen, c);
            var glyph = face.font().getGlyph().getGlyph(face.characters().getGlyphId(c));
            float scale = pen.size() / face.font().getUnitsPerEm();
            if (glyph != null) {
                var place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
                on.fill(place.createTransformedShape(glyph.getPath()));
            }
            x += face.width(c) * pen.size() / 1000;
        }
    }

    @Override
    public float width(Pen pen, String text) {
        float thousandths = 0;
        for (int c : text.codePoints().toArray()) {
            thousandths += face(pen, c).width(c);
        }
        return thousandths * pen.size() / 1000;
    }

    private Face face(Pen pen, int c) {
        return fonts.find(pen.style(), c)
                .orElseThrow(
                        () -> new IllegalArgumentException(new Unprintable(c).words().toString()));
    }

    /** The finished PNG. */
    public byte[] print() {
        var image = new BufferedImage(WIDTH, Math.round(height) + EDGE, BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setColor(PAPER);
        on.fillRect(0, 0, image.getWidth(), image.getHeight());
        var out = new ByteArrayOutputStream(64 * 1024);
        // Glyphs are read from the shared font files: one at a time.
        press.lock();
        try {
            for (var block : blocks) {
                block.draw(on);
            }
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            press.unlock();
            on.dispose();
        }
        return out.toByteArray();
    }
}
