package cutscore.kernel.id;

/**
 * The check character of ISO 7064, hybrid system MOD 37,36: digits and Latin capitals. It finds
 * every single wrong character and nearly every swap of neighbours.
 */
final class Mod3736 {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Mod3736() {}

    /** The character that completes the body. */
    static char check(String body) {
        int product = product(body);
        return CHARACTERS.charAt((37 - product) % 36);
    }

    /** Whether the last character is the right one for those before it. */
    static boolean holds(String whole) {
        int last = whole.length() - 1;
        return last > 0 && whole.charAt(last) == check(whole.substring(0, last));
    }

    private static int product(String body) {
        int product = 36;
        for (int i = 0; i < body.length(); i++) {
            int value = CHARACTERS.indexOf(body.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("neither digit nor capital: " + body);
            }
            int sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return product;
    }
}
