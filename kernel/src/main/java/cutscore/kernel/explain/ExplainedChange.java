package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import java.util.Optional;

/**
 * One thing that would change the answer, if the line stayed as it is.
 *
 * @param kind what would have to change
 * @param marks what is needed, where marks are
 */
public record ExplainedChange(Kind kind, Words words, Optional<NeededMarks> marks) {

    /** What would have to change. */
    public enum Kind {
        /** More marks. */
        MARKS,
        /** Fewer marks. */
        MARGIN,
        /** A declaration, approved or withdrawn. */
        DECLARATION,
        /** The list of line areas. */
        AREA,
        /** The decision that voided the session. */
        STANDING,
        /** The setting {@code sat}. */
        SAT
    }

    static ExplainedChange of(Kind kind, String zh, String en) {
        return new ExplainedChange(kind, new Words(zh, en), Optional.empty());
    }

    Json toJson() {
        var json = Json.object().put("kind", kind.name());
        marks.ifPresent(needed -> json.put("marks", needed.toJson()));
        return json.put("zh", words.zh()).put("en", words.en()).build();
    }
}
