package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes HTML, Markdown and invisible signs off a copied line. */
final class Markup {
    private static final Pattern BREAKS =
            Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h[1-6]|section|table|ul|ol)>");
    private static final Pattern ROW_OPENS = Pattern.compile("(?i)<tr\\b");
    private static final Pattern ROW_CLOSES = Pattern.compile("(?i)</(?:tr|table)\\s*>");
    private static final Pattern CELL = Pattern.compile("(?is)<t[dh]\\b[^<>]{0,500}>(.*?)</t[dh]>");
    private static final Pattern CELLS = Pattern.compile("(?i)</t[dh]>");
    private static final Pattern TAGS = Pattern.compile("</?[a-zA-Z!][^<>]{0,2000}>");
    private static final Pattern IMAGES =
            Pattern.compile("!\\[[^\\]]{0,500}\\]\\([^)]{0,2000}\\)?\\)?");
    private static final Pattern LINKS =
            Pattern.compile("\\[([^\\[\\]]{0,500})\\]\\(((?:[^()]|\\\\[()]){0,2000})\\)");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff\\u00ad\\u202a-\\u202e]");
    private static final Pattern RULE = Pattern.compile("[\\s|:\\-=_*~+]*");
    private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");

    private Markup() {}

    /** The pieces of a line, one for each paragraph in it; none for rules and bare pictures. */
    static List<String> pieces(String line) {
        String text = INVISIBLE.matcher(line).replaceAll("");
        text = CELL.matcher(text).replaceAll(m -> quoted(cell(m.group(1))));
        text = BREAKS.matcher(text).replaceAll("\n");
        text = CELLS.matcher(text).replaceAll("\t");
        text = TAGS.matcher(text).replaceAll("");
        text = entities(text);
        text = IMAGES.matcher(text).replaceAll("");
        text = LINKS.matcher(text).replaceAll("$1");
        var out = new ArrayList<String>();
        for (String piece : text.split("\n", -1)) {
            if (!RULE.matcher(piece).matches()) {
                out.add(piece);
            } else if (piece.isBlank()) {
                out.add("");
            }
        }
        return out;
    }

    /** Emphasis, quotation and list marks, table bars; the heading's hashes are counted before. */
    static String bare(String piece) {
        String text = piece.replace("**", "").replace("__", "").replace("`", "");
        text = text.replaceAll("\\\\([\\[\\]()*_#.\\-])", "$1").replace('|', '\t');
        text = text.replaceFirst("^[\\s\\u00a0\\u3000]*(?:[>*+•·●■◆▪-][\\s\\u00a0]+)+", "");
        text = text.replaceFirst("^\\s*_(.*)_\\s*$", "$1").replaceAll("(?<!\\w)\\*|\\*(?!\\w)", "");
        return text.replaceAll("^[\\s\\u00a0\\u3000]+|[\\s\\u00a0\\u3000]+$", "");
    }

    private static String entities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        String out =
                text.replaceAll("(?i)&(nbsp|ensp|emsp|thinsp|#160|#xa0);?", " ")
                        .replaceAll("(?i)&(mdash|ndash|#8212|#8211);", "—")
                        .replaceAll("(?i)&lt;", "<")
                        .replaceAll("(?i)&gt;", ">")
                        .replaceAll("(?i)&quot;", "\"")
                        .replaceAll("(?i)&(ldquo);", "“")
                        .replaceAll("(?i)&(rdquo);", "”")
                        .replaceAll("(?i)&(middot);", "·")
                        .replaceAll("(?i)&amp;", "&");
        return ENTITY.matcher(out).replaceAll(m -> quoted(sign(m.group(1), m.group(2))));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** A row of an HTML table may run over several lines, a cell over several paragraphs. */
    static boolean opensARow(CharSequence line) {
        return last(ROW_OPENS, line) > last(ROW_CLOSES, line);
    }

    private static int last(Pattern tag, CharSequence line) {
        return tag.matcher(line).results().mapToInt(MatchResult::start).max().orElse(-1);
    }

    private static String cell(String inside) {
        return BREAKS.matcher(inside).replaceAll(" ").strip() + "\t";
    }

    private static String sign(String hex, String digits) {
        boolean decimal = hex.isEmpty();
        if (decimal && !digits.matches("\\d+")) {
            return "";
        }
        int point = Integer.parseInt(digits, decimal ? 10 : 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
