package cutscore.kernel.score;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mark in half points: 75 is 150, 40.5 is 81. Whole numbers only, so every comparison is exact.
 *
 * @param halfPoints not negative
 */
public record Score(int halfPoints) implements Comparable<Score> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,3}(\\.[05])?");

    /**
     * @throws IllegalArgumentException when negative
     */
    public Score {
        if (halfPoints < 0) {
            throw new IllegalArgumentException("a mark is not negative: " + halfPoints);
        }
    }

    /**
     * Reads {@code 45}, {@code 45.0} or {@code 45.5}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Score of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("not a mark in half points: " + text));
    }

    /** Reads the same as {@link #of}; empty when the text is anything else. */
    public static Optional<Score> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int point = text.indexOf('.');
        int whole = Integer.parseInt(point < 0 ? text : text.substring(0, point));
        return Optional.of(new Score(2 * whole + (text.endsWith(".5") ? 1 : 0)));
    }

    public boolean reaches(Score line) {
        return halfPoints >= line.halfPoints;
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(halfPoints, other.halfPoints);
    }

    /** Without a needless fraction: {@code 45}, {@code 45.5}. */
    @Override
    public String toString() {
        return halfPoints / 2 + (halfPoints % 2 == 0 ? "" : ".5");
    }
}
