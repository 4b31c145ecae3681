package cutscore.kernel.circular;

/**
 * A paragraph of the text, cleaned of markup.
 *
 * @param line the line of the original text where it begins, 1-based
 * @param text as written
 * @param folded the same length, signs in one spelling ({@link Fold})
 * @param hashes how many {@code #} made it a heading in Markdown; 0 for none
 */
record Passage(int line, String text, String folded, int hashes) {

    Passage(int line, String text, int hashes) {
        this(line, text, Fold.fold(text), hashes);
    }

    boolean has(String words) {
        return folded.contains(words);
    }
}
