package cutscore.kernel.id;

/**
 * An exam session (考次): the year and its half, {@code 2023-1} for 2023年上半年.
 *
 * @param value four digits, a hyphen, 1 or 2
 */
public record SessionId(String value) implements Comparable<SessionId> {

    /**
     * @throws IllegalArgumentException when the value has another shape
     */
    public SessionId {
        if (!value.matches("20[0-9]{2}-[12]")) {
            throw new IllegalArgumentException("not an exam session: " + value);
        }
    }

    public static SessionId of(int year, int half) {
        return new SessionId(year + "-" + half);
    }

    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    public int half() {
        return value.charAt(5) - '0';
    }

    /** As the circulars write it, {@code 2023年上半年}. */
    public String chinese() {
        return year() + (half() == 1 ? "年上半年" : "年下半年");
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
