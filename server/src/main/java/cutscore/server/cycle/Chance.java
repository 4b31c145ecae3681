package cutscore.server.cycle;

import cutscore.kernel.seal.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What chance lets a person of the play do: drawn from the seed and the admission number, so it
 * depends neither on the order of rows nor on how they are read.
 */
record Chance(long seed) {

    /** A number from 0 to {@code of} - 1, the same for the same question and person. */
    int draw(String question, String admissionNumber, int of) {
        return (int) Long.remainderUnsigned(order(question, admissionNumber), of);
    }

    /** Whether a draw from a thousand falls below {@code permille}. */
    boolean lets(String question, String admissionNumber, int permille) {
        return draw(question, admissionNumber, 1000) < permille;
    }

    /** A number to sort by: people come in no order of their own. */
    long order(String question, String admissionNumber) {
        String text = seed + "\n" + question + "\n" + admissionNumber;
        return ByteBuffer.wrap(Digest.sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
