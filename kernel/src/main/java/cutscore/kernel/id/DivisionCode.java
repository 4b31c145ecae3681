package cutscore.kernel.id;

/**
 * A division code (行政区划代码, GB/T 2260): six digits, two for the province, two for the prefecture,
 * two for the county.
 *
 * @param value six ASCII digits, the first of them not zero
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

    /**
     * @throws IllegalArgumentException when the value is not six ASCII digits
     */
    public DivisionCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a division code: " + value);
        }
    }

    /** Whether the text has the shape of a division code; says nothing of whether it is known. */
    public static boolean isWellFormed(String text) {
        if (text.length() != 6 || text.charAt(0) == '0') {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The province this code lies in; a province's own code is its own province. */
    public DivisionCode province() {
        return new DivisionCode(value.substring(0, 2) + "0000");
    }

    /** The prefecture this code lies in; of a province's code, that code itself. */
    public DivisionCode prefecture() {
        return new DivisionCode(value.substring(0, 4) + "00");
    }

    public boolean isProvince() {
        return value.endsWith("0000");
    }

    /**
     * Whether it ends in 00 below the province. A prefecture without counties counts as a county.
     */
    public boolean isPrefecture() {
        return value.endsWith("00") && !isProvince();
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
