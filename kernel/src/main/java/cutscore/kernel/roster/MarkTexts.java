package cutscore.kernel.roster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every text of a mark that a roster may hold, and what it means, found by one multiplication. A
 * text that is not in here (leading zeros may be left out) is for the strict reader to judge.
 */
final class MarkTexts {
    /** Blank: the subject was not sat. */
    static final int ABSENT = 1;

    /** 违纪: sat and voided. */
    static final int VOIDED = 2;

    /** A mark of n half points is n + 3. */
    static final int MARKED = 3;

    static final int UNKNOWN = 0;

    private static final int BITS = 13;
    private static final int TEXT_BITS = 48;
    private static final int LENGTH_AT = 60;
    private static final int MEANINGS = (1 << (LENGTH_AT - TEXT_BITS)) - 1;
    private static final int TRIES = 64;

    private final long[] table = new long[1 << BITS];
    private final long factor;

    /**
     * @param highest the highest mark any subject has, in half points
     */
    MarkTexts(int highest) {
        var texts = texts(highest);
        long best = 1;
        int placed = -1;
        long candidate = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < TRIES && placed < texts.size(); i++) {
            candidate = candidate * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            int places = place(texts, candidate | 1);
            if (places > placed) {
                placed = places;
                best = candidate | 1;
            }
        }
        factor = best;
        place(texts, factor);
    }

    /** The common forms first: they find a place before the others do. */
    private static Set<String> texts(int highest) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add("");
        texts.add("违纪");
        for (String form : new String[] {"%d", "%02d", "%03d"}) {
            for (int half = 0; half <= highest; half++) {
                String whole = String.format(Locale.ROOT, form, half / 2);
                if (half % 2 == 0) {
                    texts.add(whole);
                }
                texts.add(whole + (half % 2 == 0 ? ".0" : ".5"));
            }
        }
        return texts;
    }

    private int place(Set<String> texts, long by) {
        Arrays.fill(table, -1);
        int placed = 0;
        for (String text : texts) {
            long key = Swar.word(text.getBytes(StandardCharsets.UTF_8), 0);
            int at = (int) ((key * by) >>> (Long.SIZE - BITS));
            if (table[at] == -1) {
                long length = text.getBytes(StandardCharsets.UTF_8).length;
                table[at] = key | ((long) meaning(text) << TEXT_BITS) | (length << LENGTH_AT);
                placed++;
            }
        }
        return placed;
    }

    private static int meaning(String text) {
        return switch (text) {
            case "" -> ABSENT;
            case "违纪" -> VOIDED;
            default -> {
                int point = text.indexOf('.');
                int whole = Integer.parseInt(point < 0 ? text : text.substring(0, point));
                yield MARKED + 2 * whole + (text.endsWith(".5") ? 1 : 0);
            }
        };
    }

    /**
     * @param text with zeros above it
     * @param length how many bytes of it are text: at most six can mean anything
     * @return {@link #ABSENT}, {@link #VOIDED}, a mark, or {@link #UNKNOWN}
     */
    int meaning(long text, int length) {
        long entry = table[(int) ((text * factor) >>> (Long.SIZE - BITS))];
        long differs = (entry ^ text) << (Long.SIZE - TEXT_BITS) | ((entry >>> LENGTH_AT) ^ length);
        return differs == 0 ? (int) (entry >>> TEXT_BITS) & MEANINGS : UNKNOWN;
    }
}
