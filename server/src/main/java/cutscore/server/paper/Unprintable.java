package cutscore.server.paper;

import cutscore.kernel.Words;
import java.util.Locale;

/**
 * A character that no font at hand can print properly. It is refused before anything is issued: a
 * missing glyph would be a blank box on somebody's certificate.
 *
 * @param codePoint Unicode
 */
public record Unprintable(int codePoint) {

    /** The character and its code point, in both languages. */
    public Words words() {
        var shown = Character.isISOControl(codePoint) ? "" : Character.toString(codePoint);
        var code = String.format(Locale.ROOT, "U+%04X", codePoint);
        return new Words(
                "字体中没有这个字，不能印制：" + shown + "（" + code + "）",
                "no font here can print this character: " + shown + " (" + code + ")");
    }
}
