package cutscore.kernel.circular;

import cutscore.kernel.circular.AreaTokens.Token;
import java.util.List;

/** What stands around a token of a list. */
final class Neighbours {
    private Neighbours() {}

    /** A word between separators where names are expected. */
    static boolean isLoneWord(List<Token> tokens, int at, String text) {
        boolean left = at == 0 || separates(tokens.get(at - 1));
        boolean right = at + 1 == tokens.size() || separates(tokens.get(at + 1));
        boolean inAList = at > 1 || at + 2 < tokens.size();
        return left
                && right
                && inAList
                && text.matches("[\\p{IsHan}]{2,5}")
                && !AreaWords.GENERAL.matcher(text).matches();
    }

    private static boolean separates(Token token) {
        return token instanceof Token.Sign(char sign) && "、,;".indexOf(sign) >= 0;
    }

    /** Whether what follows ends like a name, but is none. */
    static boolean nextIsUnknown(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at + 1) instanceof Token.Words(String text)
                && AreaWords.endsLikeAName(text);
    }
}
