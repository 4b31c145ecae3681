package cutscore.kernel.circular;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbering a paragraph begins with, 一、 (二) 3. 第四条, and what is left without it.
 *
 * @param style which way of numbering; equal styles stand on one level. 0 is none
 * @param mark as written, 一、
 * @param rest the folded paragraph without it
 */
record Numbering(int style, String mark, String rest) {
    private static final String HAN = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}";
    private static final List<Pattern> STYLES =
            List.of(
                    Pattern.compile("^第\\s*(?:" + HAN + "|\\d{1,2})\\s*[条章节](?:部分)?[\\s:、.,]*"),
                    Pattern.compile(
                            "^(?:"
                                    + HAN
                                    + "|[Ⅰ-Ⅻ])\\s*[、.,:]\\s*|^\\["
                                    + HAN
                                    + "\\]\\s*|^"
                                    + HAN
                                    + "\\s+(?=\\D)"),
                    Pattern.compile("^\\(\\s*" + HAN + "\\s*\\)\\s*[、.]?\\s*"),
                    Pattern.compile("^\\d{1,3}\\s*[、.,](?!\\d)\\s*|^\\d{1,2}\\s+(?=[^\\d年月日时.:])"),
                    Pattern.compile("^\\(\\s*\\d{1,3}\\s*\\)\\s*[、.]?\\s*|^\\d{1,2}\\)\\s*"),
                    Pattern.compile("^[①-⑳]\\s*"));

    static Numbering of(Passage passage) {
        String folded = passage.folded();
        if (passage.text().indexOf('\t') >= 0) {
            // a row of a table: its running number is no heading's
            return new Numbering(0, "", folded.replaceFirst("^\\s*\\d{1,3}\\s+(?!年)", ""));
        }
        for (int i = 0; i < STYLES.size(); i++) {
            var found = STYLES.get(i).matcher(folded);
            if (found.find()) {
                return new Numbering(
                        i + 1,
                        folded.substring(0, found.end()).strip(),
                        folded.substring(found.end()));
            }
        }
        return passage.hashes() > 0
                ? new Numbering(100 + passage.hashes(), "", folded)
                : new Numbering(0, "", folded);
    }

    boolean none() {
        return style == 0;
    }
}
