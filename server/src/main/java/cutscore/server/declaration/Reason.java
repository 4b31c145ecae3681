package cutscore.server.declaration;

import java.util.Optional;

/**
 * A sentence for a return or a rejection, with its clause; the officer may change the sentence.
 *
 * @param id never given again
 * @param words in Chinese, as the declarant reads them
 * @param source of a national one, what it rests on; empty for a province's own
 * @param retired whether it is offered no more
 * @param uses how often it was used in this province
 */
public record Reason(
        String id,
        Verdict verdict,
        String words,
        String clause,
        Optional<String> source,
        boolean retired,
        int uses) {

    /** What it is a reason for. */
    public enum Verdict {
        RETURN,
        REJECT
    }
}
