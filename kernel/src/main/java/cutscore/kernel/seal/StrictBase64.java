package cutscore.kernel.seal;

import java.util.Base64;
import java.util.Optional;

/**
 * Base 64 (RFC 4648 section 4) with exactly one text for each content: the JDK's decoder also takes
 * missing padding and stray last bits, by which a file could change and still be called sound.
 */
public final class StrictBase64 {
    private StrictBase64() {}

    public static String text(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    /** The content, or empty when the text is not the one text of any content. */
    public static Optional<byte[]> bytes(String text) {
        try {
            byte[] content = Base64.getDecoder().decode(text);
            return text(content).equals(text) ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
