package cutscore.kernel.id;

/**
 * Whether two names differ by one character: wrong, missing, surplus, or two neighbours swapped.
 */
final class OneOff {
    private OneOff() {}

    static boolean apart(String left, String right) {
        if (left.equals(right) || Math.abs(left.length() - right.length()) > 1) {
            return false;
        }
        if (left.length() != right.length()) {
            return left.length() > right.length() ? oneMore(left, right) : oneMore(right, left);
        }
        return oneWrong(left, right);
    }

    private static boolean oneWrong(String left, String right) {
        int at = 0;
        while (left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (left.regionMatches(at + 1, right, at + 1, left.length() - at - 1)) {
            return true;
        }
        return at + 1 < left.length()
                && left.charAt(at) == right.charAt(at + 1)
                && left.charAt(at + 1) == right.charAt(at)
                && left.regionMatches(at + 2, right, at + 2, left.length() - at - 2);
    }

    private static boolean oneMore(String longer, String shorter) {
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        return longer.regionMatches(at + 1, shorter, at, shorter.length() - at);
    }
}
