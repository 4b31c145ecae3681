package cutscore.kernel.line;

import java.util.Arrays;

/**
 * Counts by a number that is not negative: an open table of primitives, since a pool has up to a
 * million different mark sheets.
 */
final class PackedCounts {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int used;

    void add(long key, long howMany) {
        int at = slot(key);
        if (keys[at] == 0) {
            keys[at] = key + 1;
            if (++used > keys.length / 2) {
                grow();
                at = slot(key);
            }
        }
        counts[at] += howMany;
    }

    /** How many keys there are, also such with a count of 0. */
    int size() {
        return used;
    }

    /** Takes one key and its count. */
    interface Each {
        void take(long key, long howMany);
    }

    /** In no order. */
    void forEach(Each each) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != 0) {
                each.take(keys[at] - 1, counts[at]);
            }
        }
    }

    /** In ascending order of the keys. */
    void forEachAscending(Each each) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
        for (long key : sorted) {
            each.take(key - 1, counts[slot(key - 1)]);
        }
    }

    private int slot(long key) {
        long spread = key * SPREAD;
        int at = (int) (spread ^ (spread >>> 32)) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key + 1) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldKeys[at] != 0) {
                int to = slot(oldKeys[at] - 1);
                keys[to] = oldKeys[at];
                counts[to] = oldCounts[at];
            }
        }
    }
}
