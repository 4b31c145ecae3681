package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The first 128 bits of a SHA-256 over a certificate's number and its holder's name: a name that is
 * typed can be matched, a name that is not known cannot be read. The number is the salt.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record NameDigest(String hex) {
    private static final int BYTES = 16;

    /**
     * @throws IllegalArgumentException when it is not 32 hexadecimal digits
     */
    public NameDigest {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a name digest");
        }
    }

    public static NameDigest of(CertificateNumber number, String name) {
        var text = "cutscore name 1\n" + number.value() + "\n" + folded(name);
        var whole = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new NameDigest(HexFormat.of().formatHex(whole, 0, BYTES));
    }

    public boolean matches(CertificateNumber number, String typed) {
        return equals(of(number, typed));
    }

    byte[] bytes() {
        return Arrays.copyOf(HexFormat.of().parseHex(hex), BYTES);
    }

    /**
     * For comparing only: look-alike separators of minority names become U+00B7, spaces and
     * invisible marks go, letters become small. What is stored and printed stays as it was given.
     */
    static String folded(String name) {
        var out = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT)
                .map(c -> "•・‧．.∙⋅●".indexOf(c) >= 0 ? '·' : c)
                .forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
