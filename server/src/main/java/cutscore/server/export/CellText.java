package cutscore.server.export;

import java.util.regex.Pattern;

/**
 * Text that stays text in a spreadsheet. What begins like a formula, half or full width, behind
 * blanks or a quotation mark, is marked as text; signs that no file of tables can carry are shown
 * by their pictures (U+2400).
 */
final class CellText {
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\"'\u3000\uFEFF]*[=+\\-@\t\r\n\0＝＋－＠﹢﹣−].*", Pattern.DOTALL);
    private static final Pattern BEGINS_BADLY = Pattern.compile("^[\t\r\n\0].*", Pattern.DOTALL);

    private CellText() {}

    /** Whether a spreadsheet might take it for a formula. */
    static boolean looksLikeAFormula(String text) {
        return FORMULA.matcher(text).matches() || BEGINS_BADLY.matcher(text).matches();
    }

    /** Without control signs: NUL becomes ␀; tab and line ends stay. */
    static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> out.appendCodePoint(printable(sign)));
        return out.toString();
    }

    private static int printable(int sign) {
        boolean kept = sign >= 0x20 || sign == '\t' || sign == '\n' || sign == '\r';
        boolean lonely = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        boolean none = sign == 0xFFFE || sign == 0xFFFF || lonely;
        return !kept ? 0x2400 + sign : none ? 0xFFFD : sign;
    }

    /** A field of a CSV file: quoted where needed, with an apostrophe where it might be taken. */
    static String csv(String text) {
        String shown = looksLikeAFormula(text) ? "'" + printable(text) : printable(text);
        boolean plain = shown.chars().noneMatch(sign -> "\",\r\n\t".indexOf(sign) >= 0);
        return plain ? shown : "\"" + shown.replace("\"", "\"\"") + "\"";
    }
}
