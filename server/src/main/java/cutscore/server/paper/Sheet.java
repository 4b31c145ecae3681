package cutscore.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A document in the making: blocks from top to bottom, over as many A4 pages as they need. {@link
 * #print()} answers a PDF/A-2u, tagged, with its fonts inside; the same blocks give the same bytes.
 *
 * <p>Texts are one paragraph each. A character no font has is refused with {@link
 * IllegalArgumentException}; ask {@link Paper#missing} first.
 */
public final class Sheet {
    private static final float WIDTH = Pages.RIGHT - Pages.LEFT;

    private final Imprint imprint;
    private final FontChain fonts;
    private final ReentrantLock press;
    private final List<Block> blocks = new ArrayList<>();

    Sheet(Imprint imprint, FontChain fonts, ReentrantLock press) {
        this.imprint = imprint;
        this.fonts = fonts;
        this.press = press;
    }

    private interface Block {
        void draw(Pages pages) throws IOException;
    }

    /**
     * A field of a form.
     *
     * @param label small, above
     * @param value large, below
     */
    public record Field(String label, String value) {}

    /** The line that is our mark: a hairline across with one short thick tick. */
    public Sheet brand() {
        return add(
                p -> {
                    p.rule(Pages.LEFT, Pages.RIGHT, p.y(), 0.6f, Ink.INK);
                    p.rule(Pages.LEFT, Pages.LEFT + 36, p.y(), 3, Ink.INK);
                    p.down(20);
                });
    }

    /** The title of the act, in Song where there is one. */
    public Sheet title(String text) {
        return flow("H1", Pen.TITLE, text);
    }

    /** The heading of a part. */
    public Sheet heading(String text) {
        return gap(6).flow("H2", Pen.HEADING, text);
    }

    public Sheet paragraph(String text) {
        return flow("P", Pen.BODY, text);
    }

    public Sheet small(String text) {
        return flow("P", Pen.SMALL, text);
    }

    /** A text at the right edge, for the body and the date under an act. */
    public Sheet atRight(String text) {
        return add(
                p -> {
                    p.need(Pen.BODY.lead());
                    p.tags().open("P");
                    p.down(Pen.BODY.lead());
                    p.text(Pages.RIGHT - p.width(Pen.BODY, text), p.y(), Pen.BODY, text);
                });
    }

    public Sheet gap(float points) {
        return add(p -> p.down(points));
    }

    /** Fields in two columns; a value too wide for one takes the whole width. */
    public Sheet fields(List<Field> fields) {
        return add(p -> drawFields(p, fields));
    }

    /** The one line: what stands above it is what the paper is about. */
    public Sheet underlined(String text) {
        return add(
                p -> {
                    p.tags().open("P");
                    for (var line : Lines.of(p, Pen.HEADING, WIDTH, text)) {
                        p.need(Pen.HEADING.lead() + 8);
                        p.down(Pen.HEADING.lead());
                        p.text(Pages.LEFT, p.y(), Pen.HEADING, line);
                    }
                    p.down(8);
                    p.rule(Pages.LEFT, Pages.RIGHT, p.y(), 2.2f, Ink.INK);
                    p.down(4);
                });
    }

    /** A table; a header row is required, cells are wrapped, columns are of one width. */
    public Sheet table(List<String> head, List<List<String>> rows) {
        return add(p -> drawTable(p, head, rows));
    }

    /**
     * A QR code at the left, a few small lines beside it.
     *
     * @param alternate what a screen reader says of the code
     */
    public Sheet qr(String content, String alternate, List<String> beside) {
        return add(p -> drawQr(p, QrCode.of(content), alternate, beside));
    }

    /** A frame in the seal's colour that says honestly what it is instead of an official seal. */
    public Sheet sample(String text, String below) {
        return add(
                p -> {
                    float width = Math.max(p.width(Pen.SEAL, text), p.width(Pen.SEAL_SMALL, below));
                    float x = Pages.RIGHT - width - 20;
                    p.need(50);
                    p.tags().open("P");
                    p.frame(x, p.y() - 46, width + 20, 44, Ink.SEAL);
                    p.text(x + 10, p.y() - 21, Pen.SEAL, text);
                    p.text(x + 10, p.y() - 36, Pen.SEAL_SMALL, below);
                    p.down(50);
                });
    }

    /** The finished file, without a seal yet. */
    public byte[] print() {
        try (var pages = new Pages(fonts, press)) {
            for (var block : blocks) {
                block.draw(pages);
            }
            return pages.save(imprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sheet add(Block block) {
        blocks.add(block);
        return this;
    }

    private Sheet flow(String kind, Pen pen, String text) {
        return add(
                p -> {
                    p.tags().open(kind);
                    for (var line : Lines.of(p, pen, WIDTH, text)) {
                        p.need(pen.lead());
                        p.down(pen.lead());
                        p.text(Pages.LEFT, p.y(), pen, line);
                    }
                    p.down(pen.size() * 0.4f);
                });
    }

    private static void drawFields(Pages p, List<Field> fields) throws IOException {
        float half = WIDTH / 2;
        var row = new ArrayList<Field>();
        for (var field : fields) {
            boolean wide = p.width(Pen.VALUE, field.value()) > half - 12;
            if (wide || row.size() == 2) {
                drawFieldRow(p, row, half);
                row.clear();
            }
            row.add(field);
            if (wide) {
                drawFieldRow(p, row, WIDTH);
                row.clear();
            }
        }
        drawFieldRow(p, row, half);
    }

    private static void drawFieldRow(Pages p, List<Field> row, float width) throws IOException {
        if (row.isEmpty()) {
            return;
        }
        var values = row.stream().map(f -> Lines.of(p, Pen.VALUE, width - 12, f.value())).toList();
        int tallest = values.stream().mapToInt(List::size).max().orElse(1);
        float height = 22 + tallest * Pen.VALUE.lead();
        p.need(height);
        for (int i = 0; i < row.size(); i++) {
            float x = Pages.LEFT + i * width;
            float at = p.y() - 12;
            p.tags().open("P");
            p.text(x, at, Pen.LABEL, row.get(i).label());
            at -= 18;
            for (var line : values.get(i)) {
                p.text(x, at, Pen.VALUE, line);
                at -= Pen.VALUE.lead();
            }
        }
        p.down(height);
    }

    private static void drawTable(Pages p, List<String> head, List<List<String>> rows)
            throws IOException {
        p.tags().open("Table");
        var table = p.tags().element();
        var strong = new Pen(Style.STRONG, Pen.BODY.size(), Ink.INK);
        p.down(4);
        drawRow(p, table, strong, "TH", head);
        p.rule(Pages.LEFT, Pages.RIGHT, p.y() - 5, 1.2f, Ink.INK);
        for (var row : rows) {
            drawRow(p, table, Pen.BODY, "TD", row);
            p.rule(Pages.LEFT, Pages.RIGHT, p.y() - 5, 0.4f, Ink.FAINT);
        }
        p.down(10);
    }

    private static void drawRow(
            Pages p,
            org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement table,
            Pen pen,
            String kind,
            List<String> cells)
            throws IOException {
        float width = WIDTH / cells.size();
        var wrapped = cells.stream().map(c -> Lines.of(p, pen, width - 8, c)).toList();
        int tallest = wrapped.stream().mapToInt(List::size).max().orElse(1);
        p.need(tallest * pen.lead() + 8);
        p.tags().openUnder(table, "TR");
        var row = p.tags().element();
        for (int column = 0; column < cells.size(); column++) {
            p.tags().openUnder(row, kind);
            float at = p.y() - pen.lead();
            for (var line : wrapped.get(column)) {
                p.text(Pages.LEFT + column * width, at, pen, line);
                at -= pen.lead();
            }
        }
        p.down(tallest * pen.lead());
    }

    private static void drawQr(Pages p, QrCode code, String alternate, List<String> beside)
            throws IOException {
        float size = 118;
        p.need(size + 8);
        p.tags().open("Figure");
        p.tags().alternate(alternate);
        p.qr(code, Pages.LEFT, p.y(), size);
        float x = Pages.LEFT + size + 18;
        float at = p.y();
        for (var text : beside) {
            p.tags().open("P");
            for (var line : Lines.of(p, Pen.SMALL, Pages.RIGHT - x, text)) {
                at -= Pen.SMALL.lead();
                p.text(x, at, Pen.SMALL, line);
            }
        }
        p.down(size + 8);
    }
}
