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
    private static final int LONGEST_ROW = 40;
    private static final Pattern QUESTION =
            Pattern.compile("^([^。;；?？]{3,30}[?？])\\s*([^\\s)）”].*)$", Pattern.DOTALL);
    private static final Pattern ENDS_OPEN = Pattern.compile(".*[\\p{IsHan}\\d、,《(〔-]$");

    private CircularText() {}

    static List<Passage> passages(String raw) {
        var out = new ArrayList<Passage>();
        String[] lines = raw.split("\r\n|\n|\r", -1);
        boolean blankBefore = true;
        for (int at = 0; at < lines.length; at++) {
            int first = at;
            var line = new StringBuilder(lines[at]);
            while (Markup.opensARow(line) && at + 1 < lines.length && at - first < LONGEST_ROW) {
                line.append(' ').append(lines[++at].strip());
            }
            for (String piece : Markup.pieces(line.toString())) {
                blankBefore = add(out, first + 1, piece, blankBefore);
            }
        }
        return List.copyOf(out);
    }

    /** Answers whether the piece was blank. A question and its answer are two passages. */
    private static boolean add(List<Passage> out, int line, String piece, boolean blankBefore) {
        var question = QUESTION.matcher(piece.strip());
        boolean asked = question.find();
        var passage = passage(line, asked ? question.group(1) : piece);
        if (passage.text().isEmpty()) {
            return true;
        }
        add(out, passage, blankBefore);
        if (asked) {
            add(out, passage(line, question.group(2)), true);
        }
        return false;
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
                && !Frame.looksLikeBodyName(before.folded())
                && !Frame.looksLikeSignature(next.folded())
                && !next.has(":");
    }
}
