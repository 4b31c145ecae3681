package cutscore.kernel.seal;

import java.util.Optional;

/** Base 32 of RFC 4648 without padding: the densest text a QR code holds in alphanumeric mode. */
final class Base32 {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String write(byte[] bytes) {
        var out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(CHARACTERS.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(CHARACTERS.charAt((buffer << (5 - bits)) & 31));
        }
        return out.toString();
    }

    /**
     * Strict: empty for a foreign character, a wrong length, or left-over bits that are not zero.
     */
    static Optional<byte[]> read(String text) {
        var out = new java.io.ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = CHARACTERS.indexOf(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        boolean whole = bits < 5 && buffer == 0;
        return whole ? Optional.of(out.toByteArray()) : Optional.empty();
    }
}
