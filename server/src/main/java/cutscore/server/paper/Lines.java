package cutscore.server.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines. Chinese breaks between any two characters, Latin words and numbers stay
 * whole where they fit, and no line begins with closing punctuation.
 */
final class Lines {
    private static final String NOT_FIRST = "，。、；：？！）〕》」』”’%‰,.;:?!)]}·";
    private static final String NOT_LAST = "（〔《「『“‘([{";

    private final Ruler ruler;
    private final Pen pen;
    private final float width;

    private Lines(Ruler ruler, Pen pen, float width) {
        this.ruler = ruler;
        this.pen = pen;
        this.width = width;
    }

    static List<String> of(Ruler ruler, Pen pen, float width, String text) {
        return new Lines(ruler, pen, width).broken(text);
    }

    private List<String> broken(String text) {
        var out = new ArrayList<String>();
        var line = new StringBuilder();
        float used = 0;
        for (var piece : pieces(text)) {
            float size = ruler.width(pen, piece);
            if (used + size > width && !line.isEmpty()) {
                out.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
                if (piece.isBlank()) {
                    continue;
                }
            }
            line.append(piece);
            used += size;
        }
        if (!line.isEmpty() || out.isEmpty()) {
            out.add(line.toString());
        }
        return out;
    }

    /** The smallest pieces that are not broken apart. */
    private List<String> pieces(String text) {
        var out = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean last = next >= text.length();
            if (last || mayBreak(c, text.codePointAt(next)) || next - from > 40) {
                out.add(text.substring(from, next));
                from = next;
            }
            at = next;
        }
        return out;
    }

    private static boolean mayBreak(int before, int after) {
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return !(isWordPart(before) && isWordPart(after));
    }

    private static boolean isWordPart(int c) {
        return c < 0x2000 && !Character.isWhitespace(c);
    }
}
