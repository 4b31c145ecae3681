package cutscore.server.access;

import cutscore.kernel.id.Entropy;

/** Secrets that a person copies by hand: no sign that looks like another, groups of six. */
final class ReadableSecret {
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

    private ReadableSecret() {}

    /** So many signs of almost five bits each, {@code 7kq2mf-9dtx3h-…}. */
    static String of(int signs, Entropy entropy) {
        var out = new StringBuilder();
        while (out.length() < signs) {
            int drawn = entropy.bytes(1)[0] & 0xff;
            // 248 is the last multiple of 31 below 256: what lies above would favour early signs.
            if (drawn < 248) {
                out.append(SIGNS.charAt(drawn % SIGNS.length()));
            }
        }
        return out.toString().replaceAll("(.{6})(?=.)", "$1-");
    }
}
