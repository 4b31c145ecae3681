package cutscore.server.declaration;

import cutscore.kernel.id.Entropy;

/**
 * Receipt numbers, {@code SB-7K2M-…}: eighty random bits in Crockford's base 32, which has no
 * letters that look like digits. They say nothing and cannot be guessed.
 */
final class Receipts {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Receipts() {}

    static String fresh(Entropy entropy) {
        byte[] random = entropy.bytes(10);
        var out = new StringBuilder("SB");
        long bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < 16; i++) {
            while (held < 5) {
                bits = (bits << 8) | (random[at++] & 0xff);
                held += 8;
            }
            held -= 5;
            out.append(i % 4 == 0 ? "-" : "").append(DIGITS.charAt((int) ((bits >> held) & 31)));
        }
        return out.toString();
    }
}
