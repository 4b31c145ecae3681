package cutscore.kernel.rule;

import java.util.Set;

/**
 * Who chose a setting, and on what basis. The circulars define none of them, so the choice is
 * written down beside its value.
 *
 * @param by an office, never a person: a dossier holds no personal data
 * @param why a circular, a minute, a sentence
 */
public record Basis(String by, String why) {

    /** The settings of a rule that somebody chooses. */
    public static final Set<String> SETTINGS =
            Set.of("key", "shape", "national", "grid", "sat", "pool", "floor");

    /** As many characters as either text may have. */
    public static final int LONGEST = 500;

    /**
     * @throws IllegalArgumentException when either is blank, too long or holds control characters
     */
    public Basis {
        if (!isFit(by) || !isFit(why)) {
            throw new IllegalArgumentException("a basis names an office and a reason");
        }
    }

    static boolean isFit(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }
}
