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

    /** Words that are always compared: all names of 软考 are within them. */
    private static final int SHORT = 5;

    private static final int HEADS = 1 << 9;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int[] heads = new int[HEADS];
    private final int[] next;
    private final int words;

    /** Word after word: its bytes, then which of its bits count. */
    private final long[] texts;

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
        words = Math.max(SHORT, (longest + 7) / 8);
        texts = new long[2 * words * count];
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
            int at = 2 * (words * place + word);
            texts[at] = Swar.word(name, 8 * word);
            texts[at + 1] = left == 8 ? -1 : (1L << (8 * left)) - 1;
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

    /** Whether this name, with what follows it, stands there. */
    boolean stands(int place, byte[] text, int at) {
        int from = 2 * words * place;
        long differs =
                differs(from, Swar.load(text, at))
                        | differs(from + 2, Swar.load(text, at + 8))
                        | differs(from + 4, Swar.load(text, at + 16))
                        | differs(from + 6, Swar.load(text, at + 24))
                        | differs(from + 8, Swar.load(text, at + 32));
        return differs == 0 && (words == SHORT || restStands(from, text, at));
    }

    private boolean restStands(int from, byte[] text, int at) {
        long differs = 0;
        for (int word = SHORT; word < words; word++) {
            differs |= differs(from + 2 * word, Swar.load(text, at + 8 * word));
        }
        return differs == 0;
    }

    /** Zero when a word is as it should be. */
    private long differs(int word, long found) {
        return (found & texts[word + 1]) ^ texts[word];
    }

    /** Of a name with what follows it, in bytes. */
    int length(int place) {
        return lengths[place];
    }
}
