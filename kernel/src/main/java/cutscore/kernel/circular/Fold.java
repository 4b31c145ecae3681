package cutscore.kernel.circular;

/**
 * One spelling for the signs that circulars write in many ways: full-width digits, letters and
 * brackets, colons, dashes, blanks. Character by character, so that places in the folded text are
 * places in the text.
 */
final class Fold {
    private static final String FROM = "：（）［］【】〔〕〈〉﹝﹞，；．！？％／　\u00a0\u2007\u202f\t—–―─‐‑‒－～〜∼﹣﹘○Ｏ〇";
    private static final String TO = ":()[][][][][],;.!?%/     --------~~~--〇〇〇";

    private Fold() {}

    static String fold(String text) {
        var out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            out.append(fold(text.charAt(at)));
        }
        return out.toString();
    }

    private static char fold(char sign) {
        int at = FROM.indexOf(sign);
        if (at >= 0) {
            return TO.charAt(at);
        }
        return sign > '\uff00' && sign < '\uff5f' ? (char) (sign - 0xfee0) : sign;
    }

    /** Without any blank: for titles, names of bodies and sentences that are shown. */
    static String tight(String text) {
        return text.replaceAll("(?<=[^\\x00-\\x7f])\\s+|\\s+(?=[^\\x00-\\x7f])", "").strip();
    }
}
