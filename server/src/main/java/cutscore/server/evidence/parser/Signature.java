package cutscore.server.evidence.parser;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is by its first bytes, whatever its name says. Nothing is parsed: this much the web
 * process may look at.
 */
public enum Signature {
    JPEG,
    PNG,
    PDF,
    /** A photograph in a form that the JDK does not read. */
    HEIC,
    OTHER;

    /** How many bytes it looks at, at most. */
    public static final int LENGTH = 16;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");

    /** By the first {@link #LENGTH} bytes, or the whole file where it is shorter. */
    public static Signature of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        boolean heic =
                text.length() >= 12
                        && text.startsWith("ftyp", 4)
                        && HEIC_BRANDS.contains(text.substring(8, 12).toLowerCase(Locale.ROOT));
        return heic ? HEIC : OTHER;
    }
}
