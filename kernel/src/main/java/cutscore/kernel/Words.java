package cutscore.kernel;

/**
 * One sentence in both languages, Chinese first.
 *
 * @param zh plain Chinese
 * @param en plain English, complete
 */
public record Words(String zh, String en) {

    /** Both, for a terminal: {@code 中文 / English}. */
    @Override
    public String toString() {
        return zh + " / " + en;
    }
}
