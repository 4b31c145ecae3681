package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as paragraphs that remember their line. Lines that a copy broke in the middle of a
 * sentence are joined again; everything else stays apart.
 */
final class CircularText {
    private static final int WRAPPED_FROM = 24;
    private static final Pattern ENDS_OPEN = Pattern.compile(".*[\\p{IsHan}\\d、,《(〔-]$");

    private CircularText() {}

    static List<Passage> passages(String raw) {
        var out = new ArrayList<Passage>();
        String[] lines = raw.split("\r\n|\n|\r", -1);
        boolean blankBefore = true;
        for (int at = 0; at < lines.length; at++) {
            for (String piece : Markup.pieces(lines[at])) {
                var passage = passage(at + 1, piece);
                if (passage.text().isEmpty()) {
                    blankBefore = true;
                } else {
                    add(out, passage, blankBefore);
                    blankBefore = false;
                }
            }
        }
        return List.copyOf(out);
    }

    private static Passage passage(int line, String piece) {
        String text = piece.strip();
        int hashes = 0;
        while (hashes < text.length() && text.charAt(hashes) == '#') {
            hashes++;
        }
        return new Passage(line, Markup.bare(text.substring(hashes)), hashes);
    }

    private static void add(List<Passage> out, Passage next, boolean blankBefore) {
        if (!blankBefore && !out.isEmpty() && goesOn(out.getLast(), next)) {
            var before = out.removeLast();
            out.add(new Passage(before.line(), before.text() + next.text(), before.hashes()));
        } else {
            out.add(next);
        }
    }

    /**
     * A long line that stops in the middle of a sentence, and a next one that begins nothing new.
     */
    private static boolean goesOn(Passage before, Passage next) {
        int length = before.text().length();
        return length >= WRAPPED_FROM
                && before.hashes() == 0
                && next.hashes() == 0
                && before.text().indexOf('\t') < 0
                && next.text().indexOf('\t') < 0
                && ENDS_OPEN.matcher(before.folded()).matches()
                && Numbering.of(next).none()
                && !Frame.looksLikeTitle(before.folded())
                && !Frame.looksLikeBody(next.folded())
                && !Frame.looksLikeTitle(next.folded())
                && !before.folded().matches(".*(?:发布时间|发布日期|来源|首页|浏览).*")
                && Dates.whole(next.folded()) == null
                && !next.has(":");
    }
}
