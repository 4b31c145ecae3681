package cutscore.kernel.circular;

import cutscore.kernel.circular.CircularDraft.Who;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Kinds of people that a circular numbers, (一)户籍在…的人员, and refers to by number later on: (一)类人员,
 * 第一类, 符合第(二)项.
 */
final class Kinds {
    private static final String NUMBER = "([一二三四五六甲乙丙丁1-6①-⑥A-D])";
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^(?:第)?\\(?" + NUMBER + "(?:\\)|[.、]|类(?:人员|考生|对象)?\\s*(?=[:(]|是|为|指))");
    private static final Pattern REFERS =
            Pattern.compile(
                    "(?:^|符合|属于|属|上述|前述|对)[^。;,:]{0,8}?第?\\(?"
                            + NUMBER
                            + "\\)?\\s*(?:类|种|款|项)(?!目)");

    private final Map<Integer, Set<Who>> kinds = new HashMap<>();

    /** Remembers the kind that the clause, with its numbering, describes. */
    void describe(String clause, Set<Who> who) {
        var found = NUMBERED.matcher(clause.strip());
        if (!who.isEmpty() && found.find()) {
            kinds.putIfAbsent(number(found.group(1)), EnumSet.copyOf(who));
        }
    }

    /** Whom the clause refers to by number; nobody when it refers to none or to one unknown. */
    Set<Who> named(String clause) {
        var found = REFERS.matcher(clause.strip());
        return found.find() ? kinds.getOrDefault(number(found.group(1)), Set.of()) : Set.of();
    }

    private static int number(String sign) {
        for (String series : new String[] {"一二三四五六", "甲乙丙丁", "123456", "①②③④⑤⑥", "ABCD"}) {
            if (series.contains(sign)) {
                return series.indexOf(sign);
            }
        }
        return -1;
    }
}
