package cutscore.kernel.merkle;

import java.util.Arrays;

/** The bytes of one entry: at most 65,535, because a bundle gives its length two bytes. */
public final class LedgerEntry {
    public static final int LONGEST = 0xffff;

    private final byte[] value;

    /**
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
     */
    public LedgerEntry(byte[] value) {
        if (value.length > LONGEST) {
            throw new IllegalArgumentException("an entry of " + value.length + " bytes");
        }
        this.value = value.clone();
    }

    public byte[] bytes() {
        return value.clone();
    }

    public int length() {
        return value.length;
    }

    public Hash leaf() {
        return Hash.leaf(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerEntry entry && Arrays.equals(value, entry.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }
}
