package cutscore.kernel.id;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a separate-line certificate: {@code HX}, twenty characters that say nothing (100
 * bits), and the check character of ISO 7064 MOD 37,36. It is our own number and looks unlike a
 * management number (管理号), which begins with digits.
 *
 * <p>Of the letters, I, L, O and U are never used, so that what is read as O is surely a zero.
 *
 * @param value 23 characters without hyphens
 */
public record CertificateNumber(String value) {
    private static final String MARK = "HX";
    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BODY = 20;
    private static final int PACKED = 13;

    /**
     * @throws IllegalArgumentException when the shape or the check character is wrong
     */
    public CertificateNumber {
        if (!isWellFormed(value)) {
            // The text is not repeated: it may be somebody's number with one slip in it.
            throw new IllegalArgumentException("not a certificate number");
        }
    }

    /** A fresh number nobody can guess. */
    public static CertificateNumber draw(Entropy entropy) {
        while (true) {
            var drawn = complete(body(new BigInteger(1, entropy.bytes(PACKED))));
            // One in nine bodies would need I, L, O or U as its check character: draw again.
            if (isWellFormed(drawn)) {
                return new CertificateNumber(drawn);
            }
        }
    }

    /**
     * What a person typed: lower case, full-width letters, spaces and hyphens are taken; O is read
     * as 0, I and L as 1. Empty when it cannot be a number of ours, most often a slip of the
     * finger.
     */
    public static Optional<CertificateNumber> parse(String typed) {
        if (typed.length() > 200) {
            return Optional.empty();
        }
        var out = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !isSeparator(c))
                .map(CertificateNumber::meant)
                .forEach(out::appendCodePoint);
        var value = out.toString();
        return isWellFormed(value) ? Optional.of(new CertificateNumber(value)) : Optional.empty();
    }

    /** From the thirteen bytes of {@link #packed()}; empty when they hold no number. */
    public static Optional<CertificateNumber> unpack(byte[] packed) {
        var number = new BigInteger(1, packed);
        if (packed.length != PACKED || number.bitLength() > BODY * 5) {
            return Optional.empty();
        }
        var value = complete(body(number));
        return isWellFormed(value) ? Optional.of(new CertificateNumber(value)) : Optional.empty();
    }

    /** The number in thirteen bytes; mark and check character follow from it. */
    public byte[] packed() {
        var number = BigInteger.ZERO;
        for (int i = MARK.length(); i < MARK.length() + BODY; i++) {
            int digit = CHARACTERS.indexOf(value.charAt(i));
            number = number.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        byte[] raw = number.toByteArray();
        byte[] out = new byte[PACKED];
        int from = Math.max(0, raw.length - PACKED);
        System.arraycopy(raw, from, out, PACKED - (raw.length - from), raw.length - from);
        return out;
    }

    /** In groups, as the paper shows it: {@code HX-7K2M9-XQ4TB-0C6WA-PZ1DS-3}. */
    public String printed() {
        var out = new StringBuilder(MARK);
        for (int i = MARK.length(); i < value.length(); i += 5) {
            out.append('-').append(value, i, Math.min(i + 5, value.length()));
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String body(BigInteger number) {
        char[] out = new char[BODY];
        var rest = number;
        for (int i = BODY - 1; i >= 0; i--) {
            out[i] = CHARACTERS.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(5);
        }
        return new String(out);
    }

    private static String complete(String body) {
        return MARK + body + Mod3736.check(MARK + body);
    }

    private static boolean isWellFormed(String value) {
        return value.length() == MARK.length() + BODY + 1
                && value.startsWith(MARK)
                && value.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)
                && Mod3736.holds(value);
    }

    private static boolean isSeparator(int c) {
        int kind = Character.getType(c);
        return Character.isWhitespace(c)
                || kind == Character.SPACE_SEPARATOR
                || kind == Character.DASH_PUNCTUATION
                || kind == Character.FORMAT;
    }

    private static int meant(int c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
    }
}
