package cutscore.server.voice;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How somebody found the service (好差评).
 *
 * @param reason in the person's words; may be empty
 * @param changed whether it was changed, which can happen once
 * @param done what the office did about a bad word, if it did
 */
public record Rating(
        UUID id,
        Occasion occasion,
        Word word,
        String reason,
        Instant ratedAt,
        boolean changed,
        Optional<String> done) {

    /** When the question is asked. */
    public enum Occasion {
        RECEIPT(new Words("申报", "declaring")),
        RESULT(new Words("结果", "the result"));

        private final Words words;

        Occasion(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }
    }

    /** The five words. */
    public enum Word {
        VERY_GOOD(new Words("非常满意", "Very good")),
        GOOD(new Words("满意", "Good")),
        FAIR(new Words("基本满意", "Fair")),
        POOR(new Words("不满意", "Poor")),
        VERY_POOR(new Words("非常不满意", "Very poor"));

        private final Words words;

        Word(Words words) {
            this.words = words;
        }

        public Words words() {
            return words;
        }

        /** Whether it opens a reason and a place in the queue. */
        public boolean isBad() {
            return this == POOR || this == VERY_POOR;
        }
    }
}
