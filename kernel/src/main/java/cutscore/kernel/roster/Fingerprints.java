package cutscore.kernel.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fingerprints of admission numbers: 64 bits each, the same for the same bytes. When all are
 * different, so are the numbers; when two are equal, only the strict reader can tell why.
 *
 * <p>The function is fixed, so numbers can be made up that share one; they cost time, never a wrong
 * answer.
 */
final class Fingerprints {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int BLOCK = 1 << 16;
    private static final int PARTS = 1 << 10;
    private static final int PART_SHIFT = 54;

    private final List<long[]> full = new ArrayList<>();
    private long[] block = new long[BLOCK];
    private int used;

    /** Of a text of which a word and no more than a word is added at a time; begins with 0. */
    static long with(long print, long word) {
        long mixed = (print ^ word) * FACTOR;
        return mixed ^ (mixed >>> 29);
    }

    /** The fingerprint of a whole text: its full words, then what is left, which may be nothing. */
    static long of(byte[] text) {
        long print = 0;
        for (int from = 0; from <= text.length; from += 8) {
            print = with(print, Swar.word(text, from));
        }
        return finished(print);
    }

    static long finished(long print) {
        return print * FACTOR;
    }

    void add(String number) {
        add(of(number.getBytes(StandardCharsets.UTF_8)));
    }

    void add(long print) {
        block[used++] = print;
        if (used == BLOCK) {
            full.add(block);
            block = new long[BLOCK];
            used = 0;
        }
    }

    private long size() {
        return (long) full.size() * BLOCK + used;
    }

    private interface Each {
        void take(long[] prints, int count);
    }

    private void forEach(Each each) {
        full.forEach(prints -> each.take(prints, BLOCK));
        each.take(block, used);
    }

    /** Whether there is no fingerprint that stands twice in all of these. */
    static boolean allDiffer(List<Fingerprints> all) {
        long count = all.stream().mapToLong(Fingerprints::size).sum();
        int[] ends = new int[PARTS + 1];
        all.forEach(
                one ->
                        one.forEach(
                                (prints, n) -> {
                                    for (int i = 0; i < n; i++) {
                                        ends[(int) (prints[i] >>> PART_SHIFT) + 1]++;
                                    }
                                }));
        Arrays.parallelPrefix(ends, Integer::sum);
        long[] parted = new long[Math.toIntExact(count)];
        int[] next = ends.clone();
        all.forEach(
                one ->
                        one.forEach(
                                (prints, n) -> {
                                    for (int i = 0; i < n; i++) {
                                        parted[next[(int) (prints[i] >>> PART_SHIFT)]++] =
                                                prints[i];
                                    }
                                }));
        for (int part = 0; part < PARTS; part++) {
            if (!differ(parted, ends[part], ends[part + 1])) {
                return false;
            }
        }
        return true;
    }

    /** A part is small enough for its table to stay in the processor's cache. */
    private static boolean differ(long[] prints, int from, int to) {
        long[] table = new long[Math.max(2, Integer.highestOneBit(to - from) << 2)];
        boolean zero = false;
        for (int i = from; i < to; i++) {
            long print = prints[i];
            if (print == 0) {
                if (zero) {
                    return false;
                }
                zero = true;
                continue;
            }
            int slot = (int) (print >>> 20) & (table.length - 1);
            while (table[slot] != 0) {
                if (table[slot] == print) {
                    return false;
                }
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = print;
        }
        return true;
    }
}
