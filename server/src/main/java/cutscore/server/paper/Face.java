package cutscore.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * One font file, parsed once for the life of the program.
 *
 * @param name of the file, for messages
 * @param font its outlines; reads from it are not thread-safe, so {@link Paper} lets one in at a
 *     time
 * @param characters which glyph a code point has
 */
record Face(String name, TrueTypeFont font, CmapLookup characters) {

    /**
     * @throws UncheckedIOException when it is no TrueType font that PDFBox can embed
     */
    static Face parse(String name, RandomAccessRead file) {
        try {
            var font = new TTFParser().parse(file);
            if (!font.getTableMap().containsKey("glyf")) {
                throw new IOException("no TrueType outlines (CFF): " + name);
            }
            // Ligatures would change what the text layer says.
            font.setEnableGsub(false);
            return new Face(name, font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    /** The advance of a code point, in thousandths of the font size. */
    float width(int codePoint) {
        try {
            int glyph = characters.getGlyphId(codePoint);
            return font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
