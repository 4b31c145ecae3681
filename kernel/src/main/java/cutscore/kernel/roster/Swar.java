package cutscore.kernel.roster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text in one long, the first in its lowest bits, looked at all at once. */
final class Swar {
    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;

    private Swar() {}

    /** The eight bytes that begin there. */
    static long load(byte[] text, int at) {
        return (long) WORDS.get(text, at);
    }

    /** The same byte eight times. */
    static long all(int octet) {
        return octet * ONES;
    }

    /**
     * Marks the first byte that is the pattern's by its high bit; what stands above that bit means
     * nothing.
     */
    static long find(long word, long pattern) {
        long differs = word ^ pattern;
        return (differs - ONES) & ~differs & HIGHS;
    }

    /**
     * Marks every byte that is not in {@code 0-9 : ; < = > ? @ A-Z [ \ ] ^ _ ` a-z { | } ~} by its
     * high bit: a comma, a quote, a line end, any control, DEL and everything beyond ASCII, but
     * also what is harmless between a space and a slash.
     */
    static long unplain(long word) {
        long plain = (word << 1) | ((word << 2) & (word << 3));
        return (word | ~plain | ((word & LOWS) + ONES)) & HIGHS;
    }

    /** How many bytes stand before the first marked one. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Only the bytes before the first marked one. */
    static long head(long word, long marks) {
        return word & (((marks & -marks) >>> 7) - 1);
    }

    /** Up to eight bytes of a text from an offset on; zeros where it has no more. */
    static long word(byte[] text, int from) {
        long word = 0;
        for (int i = 0; i < 8 && from + i < text.length; i++) {
            word |= (text[from + i] & 0xffL) << (8 * i);
        }
        return word;
    }
}
