package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph and the headings it stands under, outermost first; a numbered paragraph is the last
 * of its own chain.
 */
record Placed(Passage passage, Numbering numbering, List<Heading> chain) {
    private static final int PLAIN = 99;
    private static final Pattern TOPIC =
            Pattern.compile(
                    ".*(?:申报|申领|时间|条件|流程|合格标准|证书|效力|违纪|材料|其他|咨询|地区|范围|要求|发放|说明|方式|事项|处理|依据|名单)(?:[:]|及?要求)?$");

    /**
     * @param words the heading's own words, without what is said after it in the same paragraph
     */
    record Heading(int style, String mark, String words) {
        @Override
        public String toString() {
            return mark + words;
        }
    }

    static List<Placed> of(List<Passage> passages) {
        var out = new ArrayList<Placed>();
        var chain = new ArrayList<Heading>();
        for (Passage passage : passages) {
            var numbering = Numbering.of(passage);
            int style = numbering.none() && isPlainHeading(passage) ? PLAIN : numbering.style();
            if (style > 0) {
                leave(chain, style);
                chain.add(new Heading(style, numbering.mark(), words(numbering.rest())));
            }
            out.add(new Placed(passage, numbering, List.copyOf(chain)));
        }
        return List.copyOf(out);
    }

    private static boolean isPlainHeading(Passage passage) {
        String text = passage.folded();
        return text.length() <= 24
                && text.matches("[^。;,、]*")
                && (TOPIC.matcher(text).matches() || text.endsWith("?"));
    }

    /** Leaves the level of this style: up to where it was used before, else one step deeper. */
    private static void leave(List<Heading> chain, int style) {
        if (style >= PLAIN) {
            chain.removeIf(h -> h.style() < PLAIN || h.style() >= style);
            return;
        }
        for (int at = 0; at < chain.size(); at++) {
            if (chain.get(at).style() == style) {
                chain.subList(at, chain.size()).clear();
                return;
            }
        }
    }

    private static String words(String rest) {
        String head = rest.replaceFirst("^问:\\s*", "").split("[:。,;\\t]", 2)[0].strip();
        if (head.indexOf('、') >= 0 && head.length() > 12) {
            return "";
        }
        return head.length() <= 40 ? head : head.substring(0, 12) + "…";
    }

    /** The headings as one text. */
    String headings() {
        return String.join(" ", chain.stream().map(Heading::toString).toList());
    }

    /** The paragraph without its numbering, folded. */
    String said() {
        return numbering.rest();
    }

    /** The sentences of the paragraph, folded, each with its full stop taken off. */
    List<String> sentences() {
        return sentences(said());
    }

    static List<String> sentences(String folded) {
        var out = new ArrayList<String>();
        for (String one : folded.split("[。!?](?![)”\"])|(?<=。[)”\"])")) {
            if (!one.isBlank()) {
                out.add(one.strip());
            }
        }
        return out;
    }
}
