package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of areas without what it takes out again: 除合作市外, (不含合作市), (昭阳区、水富市除外).
 *
 * @param left the statement without these words
 * @param without the names that are taken out, as written
 */
record Except(String left, List<String> without) {
    private static final Pattern OUT =
            Pattern.compile(
                    "\\(([^()。;]{2,80}?)(?:除外|不在[^()]{0,12}内|不属于[^()]{0,20}|不列入[^()]{0,12}"
                            + "|不纳入[^()]{0,12}|以外)\\)"
                            + "|除(?!了|外)([^。;]{2,80}?)(?:以外|之外|外)"
                            + "|(?:不含|不包括|不包含)([^。;)]{2,80})"
                            + "|[,、]([^。;,()、]{2,40})除外");

    Except {
        without = List.copyOf(without);
    }

    static Except of(String statement) {
        var out = OUT.matcher(statement);
        var left = new StringBuilder();
        var without = new ArrayList<String>();
        while (out.find()) {
            for (int group = 1; group <= out.groupCount(); group++) {
                if (out.group(group) != null) {
                    without.add(out.group(group));
                }
            }
            out.appendReplacement(left, "");
        }
        out.appendTail(left);
        return new Except(left.toString(), without);
    }
}
