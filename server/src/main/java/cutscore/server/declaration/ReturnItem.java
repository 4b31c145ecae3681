package cutscore.server.declaration;

import java.util.regex.Pattern;

/**
 * One thing that a return asks to be mended.
 *
 * @param item an item of the province's evidence, or {@link #GROUND}, {@link #PLACE}, {@link
 *     #EMPLOYER}
 * @param words the reviewer's, shown to the declarant beside it as they are; 1 to 300 characters
 */
public record ReturnItem(String item, String words) {
    /** On which ground they declare. */
    public static final String GROUND = "fact-ground";

    /** In which county. */
    public static final String PLACE = "fact-place";

    /** Where they work. */
    public static final String EMPLOYER = "fact-employer";

    /** As many characters as the words may have. */
    public static final int LONGEST = 300;

    private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    /**
     * @throws IllegalArgumentException when it is no item, or the words are blank or too long
     */
    public ReturnItem {
        words = words.strip();
        if (!ITEM.matcher(item).matches() || words.isEmpty() || words.length() > LONGEST) {
            throw new IllegalArgumentException("not an item to mend");
        }
    }

    /** Whether it is one of the facts of the form, not a paper. */
    public boolean isFact() {
        return item.startsWith("fact-");
    }
}
