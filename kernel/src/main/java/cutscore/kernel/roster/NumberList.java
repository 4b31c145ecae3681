package cutscore.kernel.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A list of admission numbers, each found by its bytes in a roster. */
public final class NumberList {
    private final List<byte[]> texts = new ArrayList<>();
    private final int[] table;
    private final long[] prints;

    /**
     * @param numbers each once
     */
    public NumberList(Collection<String> numbers) {
        numbers.forEach(number -> texts.add(number.getBytes(StandardCharsets.UTF_8)));
        table = new int[Math.max(16, Integer.highestOneBit(texts.size()) << 2)];
        prints = new long[texts.size()];
        for (int place = 0; place < prints.length; place++) {
            prints[place] = Fingerprints.of(texts.get(place));
            int slot = (int) prints[place] & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = place + 1;
        }
    }

    /** How many numbers it has. */
    public int size() {
        return prints.length;
    }

    /** The place of the number that stands there, from 0; {@link RowSink#UNLISTED} if none. */
    int place(long print, byte[] bytes, int from, int length) {
        int slot = (int) print & (table.length - 1);
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int place = table[slot] - 1;
            if (prints[place] == print && isAt(texts.get(place), bytes, from, length)) {
                return place;
            }
        }
        return RowSink.UNLISTED;
    }

    /** The place of a number, from 0; {@link RowSink#UNLISTED} when it is not on the list. */
    int place(String number) {
        byte[] text = number.getBytes(StandardCharsets.UTF_8);
        return place(Fingerprints.of(text), text, 0, text.length);
    }

    private static boolean isAt(byte[] text, byte[] bytes, int from, int length) {
        return Arrays.equals(text, 0, text.length, bytes, from, from + length);
    }
}
