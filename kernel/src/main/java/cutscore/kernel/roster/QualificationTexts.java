package cutscore.kernel.roster;

import cutscore.kernel.id.Qualification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The qualifications' names as they stand in a roster, the byte after them included: found by their
 * first sixteen bytes, then compared in whole words.
 */
final class QualificationTexts {
    /** Of a name with what follows it; a longer one is for the strict reader. */
    static final int WORDS = 8;

    private static final int HEADS = 1 << 9;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int[] heads = new int[HEADS];
    private final int[] next;
    private final int words;
    private final long[] texts;
    private final long[] masks;
    private final int[] lengths;
    private final long separators;

    /**
     * @param separator the byte that follows the field: a comma, or a line end in the last column
     */
    QualificationTexts(List<Qualification> qualifications, int separator) {
        int count = qualifications.size();
        byte[][] names = new byte[count][];
        for (int i = 0; i < count; i++) {
            String text = qualifications.get(i).name() + (char) separator;
            names[i] = text.getBytes(StandardCharsets.UTF_8);
        }
        separators = Swar.all(separator);
        lengths = Arrays.stream(names).mapToInt(name -> name.length).toArray();
        int longest = Arrays.stream(lengths).filter(n -> n <= 8 * WORDS).max().orElse(8);
        words = Math.max(2, (longest + 7) / 8);
        texts = new long[words * count];
        masks = new long[words * count];
        next = new int[count];
        Arrays.fill(heads, -1);
        for (int i = 0; i < count; i++) {
            if (lengths[i] <= 8 * words) {
                enter(i, names[i]);
            }
        }
    }

    private void enter(int place, byte[] name) {
        for (int word = 0; word < words; word++) {
            int left = Math.clamp(name.length - 8L * word, 0, 8);
            masks[place * words + word] = left == 8 ? -1 : (1L << (8 * left)) - 1;
            texts[place * words + word] = Swar.word(name, 8 * word);
        }
        int head = head(Swar.word(name, 0), Swar.word(name, 8));
        next[place] = heads[head];
        heads[head] = place;
    }

    private int head(long first, long second) {
        long end = Swar.find(first, separators);
        long later = Swar.find(second, separators);
        long one = end == 0 ? first : Swar.head(first, end);
        long two = end != 0 ? 0 : later == 0 ? second : Swar.head(second, later);
        long mixed = ((one * FACTOR) ^ Long.rotateLeft(two, 29)) * FACTOR;
        return (int) (mixed >>> 55);
    }

    /** The first qualification that may stand there, by its first sixteen bytes; -1 if none. */
    int first(long first, long second) {
        return heads[head(first, second)];
    }

    /** The next that may stand there when this one does not; -1 if none. */
    int next(int place) {
        return next[place];
    }

    /** How many words a name may have. */
    int words() {
        return words;
    }

    /** Zero when this word of a name is as it should be. */
    long differs(int place, int word, long found) {
        int at = place * words + word;
        return (found & masks[at]) ^ texts[at];
    }

    /** Of a name with what follows it, in bytes. */
    int length(int place) {
        return lengths[place];
    }
}
