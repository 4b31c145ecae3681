package cutscore.kernel.circular;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import org.jspecify.annotations.Nullable;

/** How much of a text is names of divisions: by that a list is known from a sentence. */
final class AreaShare {
    private final Divisions divisions;
    private final @Nullable DivisionCode province;

    AreaShare(Divisions divisions, @Nullable DivisionCode province) {
        this.divisions = divisions;
        this.province = province;
    }

    boolean names(String text) {
        return share(text) > 0;
    }

    boolean isList(String text) {
        return share(text) >= 50;
    }

    /** In percent; signs, blanks and the names of provinces do not count. */
    private int share(String text) {
        int named = 0;
        int other = 0;
        for (var token : new AreaTokens(divisions, province, true).of(text)) {
            switch (token) {
                case AreaTokens.Token.Name name ->
                        named += isProvince(name) ? 0 : name.written().length();
                case AreaTokens.Token.Words words ->
                        other += isLabel(words.text()) ? 0 : words.text().length();
                case AreaTokens.Token.Sign any -> other += 0;
            }
        }
        return named == 0 ? 0 : named * 100 / (named + other);
    }

    /** How many places it names. */
    int count(String text) {
        return (int)
                new AreaTokens(divisions, province, true)
                        .of(text).stream()
                                .filter(t -> t instanceof AreaTokens.Token.Name n && !isProvince(n))
                                .count();
    }

    private static boolean isProvince(AreaTokens.Token.Name name) {
        return name.may().getFirst().code().isProvince();
    }

    private static boolean isLabel(String words) {
        return words.contains("重点帮扶县")
                || words.contains("涉藏")
                || AreaWords.bare(words).isEmpty()
                || AreaWords.endsLikeAName(words);
    }
}
