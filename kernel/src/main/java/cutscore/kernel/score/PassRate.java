package cutscore.kernel.score;

/**
 * A pass rate (通过率) as a fraction of people; never divided, only compared crosswise.
 *
 * @param passed people who pass, 0 to {@code of}
 * @param of people measured, at least 1; an empty pool is answered before this point
 */
public record PassRate(long passed, long of) implements Comparable<PassRate> {

    /**
     * @throws IllegalArgumentException when nobody is measured or more pass than are measured
     */
    public PassRate {
        if (of <= 0) {
            throw new IllegalArgumentException("nobody measured: " + of);
        }
        if (passed < 0 || passed > of) {
            throw new IllegalArgumentException(passed + " of " + of);
        }
    }

    public boolean exceeds(PassRate other) {
        return compareTo(other) > 0;
    }

    /** Exact for all counts: the products are compared in 128 bits. */
    @Override
    public int compareTo(PassRate other) {
        int high =
                Long.compare(
                        Math.multiplyHigh(passed, other.of), Math.multiplyHigh(other.passed, of));
        return high != 0 ? high : Long.compareUnsigned(passed * other.of, other.passed * of);
    }

    @Override
    public String toString() {
        return passed + "/" + of;
    }
}
