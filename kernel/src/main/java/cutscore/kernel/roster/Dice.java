package cutscore.kernel.roster;

import java.util.List;

/**
 * Numbers that look random and are the same on every machine (SplitMix64, whole numbers only). Each
 * examinee has dice of their own, so a longer roster of the same seed begins with the shorter one.
 */
final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The standard deviation of four uniform 16-bit numbers added up, in their own unit. */
    private static final int SPREAD = 37_837;

    private long state;

    Dice(long seed, long row) {
        this.state = mix(seed * GOLDEN + mix(row + 1));
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** True so many times in ten thousand. */
    boolean chance(int inTenThousand) {
        return below(10_000) < inTenThousand;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Bell-shaped around zero with this standard deviation. */
    int around(int deviation) {
        long bits = next();
        long sum = 0;
        for (int shift = 0; shift < 64; shift += 16) {
            sum += (bits >>> shift) & 0xffff;
        }
        return (int) ((sum - 2 * 0xffff) * deviation / SPREAD);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long bits) {
        long out = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        out = (out ^ (out >>> 27)) * 0x94d049bb133111ebL;
        return out ^ (out >>> 31);
    }
}
