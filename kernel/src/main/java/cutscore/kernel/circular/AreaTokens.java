package cutscore.kernel.circular;

import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a statement into names, signs and the words between. Names are the longest that the table
 * knows, inside the circular's province first.
 */
final class AreaTokens {
    private static final String SIGNS = "、,;/ :()|“”\"《》·[]-";
    private static final Pattern SPACED =
            Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}++(?: ++\\p{IsHan}++)++");
    private static final String JOINS = "和及与或、,; :()等]";

    private final Divisions divisions;
    private final @Nullable DivisionCode province;
    private final boolean prefecturesMeant;
    private final List<Token> out = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /**
     * @param prefecturesMeant a bare name that a prefecture and a county share means the
     *     prefecture: the statement speaks of 四地州, 三州
     */
    AreaTokens(Divisions divisions, @Nullable DivisionCode province, boolean prefecturesMeant) {
        this.divisions = divisions;
        this.province = province;
        this.prefecturesMeant = prefecturesMeant;
    }

    /** A piece of a statement. */
    sealed interface Token {
        /**
         * A name with the divisions it may mean, those of the circular's province if there are any.
         */
        record Name(String written, List<Division> may) implements Token {}

        /** Words that are no name the table knows. */
        record Words(String text) implements Token {}

        record Sign(char sign) implements Token {}
    }

    List<Token> of(String written) {
        String statement = closed(written);
        int at = 0;
        while (at < statement.length()) {
            char sign = statement.charAt(at);
            if (SIGNS.indexOf(sign) >= 0) {
                flush();
                out.add(new Token.Sign(sign));
                at++;
                continue;
            }
            int length = nameAt(statement, at);
            if (length == 0) {
                words.append(sign);
                at++;
            } else {
                at += length;
            }
        }
        flush();
        return List.copyOf(out);
    }

    /** Blanks inside of a name closed: 理 县, 丹 巴 县. */
    private String closed(String written) {
        return SPACED.matcher(written).replaceAll(m -> closedNames(m.group().split(" +")));
    }

    private String closedNames(String[] pieces) {
        var line = new StringBuilder();
        for (int at = 0; at < pieces.length; at++) {
            int more = 0;
            for (int end = Math.min(pieces.length, at + 5); end > at + 1 && more == 0; end--) {
                var run = List.of(pieces).subList(at, end);
                boolean whole = run.stream().allMatch(p -> !inside(p).isEmpty());
                String name = String.join("", run);
                if (!whole && divisions.names().saysItsKind(name) && !inside(name).isEmpty()) {
                    more = end - at - 1;
                }
            }
            line.append(line.isEmpty() ? "" : " ");
            line.append(String.join("", List.of(pieces).subList(at, at + more + 1)));
            at += more;
        }
        return line.toString();
    }

    private void flush() {
        if (!words.toString().isBlank()) {
            out.add(new Token.Words(words.toString().strip()));
        }
        words.setLength(0);
    }

    private int nameAt(String text, int at) {
        int longest = Math.min(divisions.names().longest(), text.length() - at);
        for (int length = longest; length >= 2; length--) {
            String word = text.substring(at, at + length);
            var may = inside(word);
            if (!may.isEmpty() && fits(text, at, word, may)) {
                return take(word, may);
            }
        }
        for (int length = longest; length >= 3; length--) {
            String word = text.substring(at, at + length);
            var may = province == null ? List.<Division>of() : divisions.names().named(word);
            if (!may.isEmpty() && fits(text, at, word, may)) {
                return take(word, may);
            }
        }
        return 0;
    }

    private int take(String word, List<Division> may) {
        flush();
        out.add(new Token.Name(word, may));
        return word.length();
    }

    private List<Division> inside(String word) {
        var may =
                province == null
                        ? divisions.names().named(word)
                        : divisions.names().named(word, province);
        if (may.size() > 1 && prefecturesMeant && !divisions.names().saysItsKind(word)) {
            var prefectures = may.stream().filter(d -> d.code().isPrefecture()).toList();
            return prefectures.isEmpty() ? may : prefectures;
        }
        return may;
    }

    private boolean fits(String text, int at, String word, List<Division> may) {
        boolean free = words.isEmpty() || AreaWords.bare(words.toString()).isEmpty();
        int end = at + word.length();
        if (divisions.names().saysItsKind(word)) {
            boolean goesOn =
                    end < text.length()
                            && "内外划线".indexOf(text.charAt(end)) >= 0
                            && word.length() < 3;
            return !goesOn && (free || word.length() >= 3);
        }
        if (!free) {
            return false;
        }
        if (end == text.length() || JOINS.indexOf(text.charAt(end)) >= 0 || isCount(text, end)) {
            return true;
        }
        return may.stream().anyMatch(d -> parentOfWhatFollows(d, text, end));
    }

    private static boolean isCount(String text, int at) {
        return text.substring(at).matches("(?s)^[一二三四五六七八九十两\\d]+个?(?:地|州|县|市|区).*");
    }

    private boolean parentOfWhatFollows(Division parent, String text, int at) {
        if (divisions.isCounty(parent.code())) {
            return false;
        }
        int longest = Math.min(divisions.names().longest(), text.length() - at);
        for (int length = longest; length >= 2; length--) {
            String word = text.substring(at, at + length);
            boolean child =
                    divisions.names().named(word, parent.code()).stream()
                            .anyMatch(d -> !d.equals(parent));
            if (child && (divisions.names().saysItsKind(word) || parent.code().isProvince())) {
                return true;
            }
        }
        return parent.code().isProvince() && text.startsWith("南疆", at);
    }
}
