package cutscore.server.evidence;

import java.util.Locale;
import java.util.Set;

/**
 * A file name as its owner sees it: never a path, never a part of one, and without signs that turn
 * the reading direction or cannot be seen.
 */
final class GivenName {
    private static final int LONGEST = 100;
    private static final Set<String> ENDINGS =
            Set.of("", "jpg", "jpeg", "jpe", "jfif", "png", "pdf", "heic", "heif");

    private GivenName() {}

    static String clean(String given) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen = last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
        if (seen.isEmpty()) {
            return "file";
        }
        int length = seen.codePointCount(0, seen.length());
        return seen.substring(0, seen.offsetByCodePoints(0, Math.min(length, LONGEST)));
    }

    /**
     * Whether the name ends as a picture or a PDF does, or has no ending. Which of them it is, the
     * content says alone: phones send PNG as {@code .jpg} every day.
     */
    static boolean endsWell(String clean) {
        int dot = clean.lastIndexOf('.');
        return ENDINGS.contains(dot < 0 ? "" : clean.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
