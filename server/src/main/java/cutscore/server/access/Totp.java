package cutscore.server.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds,
 * which every app can do. Pure: what was taken already is remembered elsewhere.
 */
final class Totp {
    static final int DIGITS = 6;

    /** As long as the hash (RFC 4226, section 4, R6). */
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step that a moment lies in. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /** Which step's code was typed: this one, or the one before or after it; else none. */
    static OptionalLong match(byte[] secret, String typed, Instant now) {
        long found = Long.MIN_VALUE;
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if (same(code(secret, step, DIGITS), typed)) {
                found = step;
            }
        }
        return found == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** For typing into an app: RFC 4648 base32 without padding. */
    static String base32(byte[] secret) {
        var out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : secret) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return out.toString();
    }

    /** What an app reads from the picture. */
    static String address(byte[] secret, String name) {
        String whose = URLEncoder.encode("Cutscore:" + name, StandardCharsets.UTF_8);
        return "otpauth://totp/"
                + whose.replace("+", "%20").replace("%3A", ":")
                + "?secret="
                + base32(secret)
                + "&issuer=Cutscore";
    }
}
