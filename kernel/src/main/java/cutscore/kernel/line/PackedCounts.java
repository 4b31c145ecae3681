package cutscore.kernel.line;

import java.util.Arrays;

/**
 * Counts by a number that is not negative: primitives only, since a pool has up to a million
 * different mark sheets. Keys and counts stand side by side in the order they came; an open table
 * points at them.
 */
final class PackedCounts {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private int[] places = new int[64];
    private long[] keys = new long[16];
    private long[] counts = new long[16];
    private int size;

    void add(long key, long howMany) {
        int slot = slot(key);
        if (places[slot] == 0) {
            enter(key, slot);
            counts[size - 1] = howMany;
        } else {
            counts[places[slot] - 1] += howMany;
        }
    }

    private void enter(long key, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        keys[size++] = key;
        places[slot] = size;
        if (size > places.length / 4) {
            grow();
        }
    }

    /** How many keys there are, also such with a count of 0. */
    int size() {
        return size;
    }

    /** Takes one key and its count. */
    interface Each {
        void take(long key, long howMany);
    }

    /** In the order the keys came. */
    void forEach(Each each) {
        for (int at = 0; at < size; at++) {
            each.take(keys[at], counts[at]);
        }
    }

    /** In ascending order of the keys. */
    void forEachAscending(Each each) {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        for (long key : sorted) {
            each.take(key, counts[places[slot(key)] - 1]);
        }
    }

    private int slot(long key) {
        long spread = key * SPREAD;
        int slot = (int) (spread ^ (spread >>> 32)) & (places.length - 1);
        while (places[slot] != 0 && keys[places[slot] - 1] != key) {
            slot = (slot + 1) & (places.length - 1);
        }
        return slot;
    }

    private void grow() {
        places = new int[2 * places.length];
        for (int at = 0; at < size; at++) {
            places[slot(keys[at])] = at + 1;
        }
    }
}
