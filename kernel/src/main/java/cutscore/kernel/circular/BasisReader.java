package cutscore.kernel.circular;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The legal basis for violations and the sentence on validity. Order 31 is written in one form,
 * {@code 人力资源和社会保障部令第31号 第十条}, however the circular abbreviates it.
 */
final class BasisReader {
    private static final String ORDER_31 = "人力资源和社会保障部令第31号";
    private static final Pattern ORDER =
            Pattern.compile(
                    "(?:([\\p{IsHan}]{0,14}?)(?:第?\\s*(\\d{1,3})\\s*号令|令\\s*第?\\s*(\\d{1,3})\\s*号)|《专业技术人员资格考试违纪违规行为处理规定》)");
    private static final Pattern ARTICLE =
            Pattern.compile("第\\s*([一二三四五六七八九十百]{1,4}|\\d{1,3})\\s*条");
    private static final Pattern VALID =
            Pattern.compile("(?:仅|只|限|范围|地区|区域|辖区|全国)[^。]{0,30}有效(?!期)|有效(?:范围|区域|地域)");
    private static final int LONG = 160;
    private static final String HAN = "〇一二三四五六七八九";

    private BasisReader() {}

    static List<String> legalBasis(List<Placed> body) {
        var out = new LinkedHashSet<String>();
        for (Placed placed : body) {
            for (String sentence : placed.sentences()) {
                out.addAll(bases(sentence));
            }
        }
        return new ArrayList<>(out);
    }

    private static List<String> bases(String sentence) {
        var orders = new LinkedHashSet<String>();
        var found = ORDER.matcher(sentence);
        int last = 0;
        while (found.find()) {
            orders.add(
                    order(
                            found.group(1),
                            found.group(2) == null ? found.group(3) : found.group(2)));
            last = found.end();
        }
        if (orders.isEmpty()) {
            return List.of();
        }
        var articles = new ArrayList<String>();
        var article = ARTICLE.matcher(sentence.substring(last));
        while (article.find()) {
            articles.add("第" + han(article.group(1)) + "条");
        }
        // several orders in one sentence: the articles belong to the last one named
        var out = new ArrayList<>(orders);
        String owner = out.removeLast();
        if (articles.isEmpty()) {
            out.add(owner);
        }
        articles.forEach(a -> out.add(owner + " " + a));
        return out;
    }

    private static String order(@Nullable String body, @Nullable String number) {
        if (body == null || number == null) {
            return ORDER_31;
        }
        String tidy = body.replaceAll(".*(?:根据|按照|依据|依照|和|及)(?!社会)", "");
        boolean ministry = tidy.contains("人力资源") || tidy.contains("人社部");
        if (tidy.isEmpty() && number.equals("31")) {
            return ORDER_31;
        }
        return (ministry ? "人力资源和社会保障部" : tidy) + "令第" + number + "号";
    }

    private static String han(String number) {
        if (!number.matches("\\d+")) {
            return number;
        }
        int value = Integer.parseInt(number);
        if (value < 10) {
            return HAN.substring(value, value + 1);
        }
        String tens = value < 20 ? "" : HAN.substring(value / 10 % 10, value / 10 % 10 + 1);
        String units = value % 10 == 0 ? "" : HAN.substring(value % 10, value % 10 + 1);
        return tens + "十" + units;
    }

    /** Of a sentence that says everything at once, the part on the certificate. */
    private static String clause(String sentence) {
        if (sentence.length() <= LONG) {
            return sentence;
        }
        for (String part : sentence.split("[,，;；]")) {
            if (part.contains("证书") && VALID.matcher(Fold.fold(part)).find()) {
                return part.strip();
            }
        }
        return sentence;
    }

    /** The sentence on where the certificate counts, as written; empty when there is none. */
    static Optional<String> validity(List<Placed> body) {
        for (Placed placed : body) {
            for (String sentence : Placed.sentences(placed.passage().text())) {
                String folded = Fold.fold(sentence);
                if (folded.contains("证书") && VALID.matcher(folded).find()) {
                    int skip = Numbering.of(new Passage(1, sentence, 0)).mark().length();
                    return Optional.of(clause(sentence.substring(skip).strip()));
                }
            }
        }
        return Optional.empty();
    }
}
