package cutscore.kernel.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The admission numbers seen so far in a session, each with the place it was first seen at. Exact,
 * and compact enough for ten million of them in half a GiB: the texts stand one after the other in
 * chunks, and an open table points at them.
 *
 * <p>The table's hash is fixed, so numbers can be made up that collide; they cost time, never a
 * wrong answer.
 */
final class AdmissionNumbers {
    private static final int CHUNK = 1 << 20;
    private static final int HEAD = 8;
    private static final long OFFSET = (1L << 40) - 1;

    private final List<byte[]> chunks = new ArrayList<>();
    private long[] table = new long[1 << 12];
    private long used;
    private int count;

    /** Where a number was first seen. */
    record Place(int input, long line) {}

    /**
     * Remembers a number of at most 32 characters.
     *
     * @return null when it is new, else the place it was first seen at
     */
    @org.jspecify.annotations.Nullable
    Place add(String number, int input, long line) {
        byte[] text = number.getBytes(StandardCharsets.UTF_8);
        long hash = hash(text, 0, text.length);
        int slot = slot(hash);
        while (table[slot] != 0) {
            long offset = (table[slot] & OFFSET) - 1;
            if (tag(table[slot]) == tag(hash) && holds(offset, text)) {
                return place(offset);
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = (hash & ~OFFSET) | (append(text, input, line) + 1);
        count++;
        if (count > table.length / 2) {
            grow();
        }
        return null;
    }

    private long append(byte[] text, int input, long line) {
        int size = HEAD + text.length;
        if (used + size > (long) chunks.size() * CHUNK) {
            used = (long) chunks.size() * CHUNK;
            chunks.add(new byte[CHUNK]);
        }
        byte[] chunk = chunks.getLast();
        int at = (int) (used % CHUNK);
        chunk[at] = (byte) text.length;
        chunk[at + 1] = (byte) (input >> 8);
        chunk[at + 2] = (byte) input;
        for (int i = 0; i < 5; i++) {
            chunk[at + 3 + i] = (byte) (line >> (8 * i));
        }
        System.arraycopy(text, 0, chunk, at + HEAD, text.length);
        long offset = used;
        used += size;
        return offset;
    }

    private boolean holds(long offset, byte[] text) {
        byte[] chunk = chunks.get((int) (offset / CHUNK));
        int at = (int) (offset % CHUNK);
        int from = at + HEAD;
        return (chunk[at] & 0xff) == text.length
                && Arrays.equals(chunk, from, from + text.length, text, 0, text.length);
    }

    private Place place(long offset) {
        byte[] chunk = chunks.get((int) (offset / CHUNK));
        int at = (int) (offset % CHUNK);
        long line = 0;
        for (int i = 4; i >= 0; i--) {
            line = (line << 8) | (chunk[at + 3 + i] & 0xff);
        }
        return new Place(((chunk[at + 1] & 0xff) << 8) | (chunk[at + 2] & 0xff), line);
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (long entry : old) {
            if (entry != 0) {
                long offset = (entry & OFFSET) - 1;
                byte[] chunk = chunks.get((int) (offset / CHUNK));
                int at = (int) (offset % CHUNK);
                int slot = slot(hash(chunk, at + HEAD, chunk[at] & 0xff));
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = entry;
            }
        }
    }

    private int slot(long hash) {
        return (int) hash & (table.length - 1);
    }

    private static long tag(long entry) {
        return entry >>> 40;
    }

    private static long hash(byte[] bytes, int from, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
