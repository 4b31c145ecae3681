package cutscore.server.declaration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A reviewer's answer to a declaration, with the clause it rests on. */
public sealed interface Review {

    /** The clause, 四(一); not blank. */
    String clause();

    /** It stands: the person will be measured by the separate line. */
    record Approved(String clause) implements Review {}

    /**
     * Something is to be corrected.
     *
     * @param reason shown to the declarant as it is; not blank
     * @param mendUntil the last moment for the correction: no rule fixes one, so the reviewer does,
     *     and it is recorded
     * @param items what is to be mended, one by one; empty where the reason says it all
     */
    record Returned(String reason, String clause, Instant mendUntil, List<ReturnItem> items)
            implements Review {
        public Returned {
            items = List.copyOf(items);
        }

        public Returned(String reason, String clause, Instant mendUntil) {
            this(reason, clause, mendUntil, List.of());
        }
    }

    /**
     * It does not stand.
     *
     * @param reason shown to the declarant as it is; not blank
     */
    record Rejected(String reason, String clause) implements Review {}

    /** The reason, where one was given. */
    default Optional<String> reasonIfAny() {
        return switch (this) {
            case Approved _ -> Optional.empty();
            case Returned returned -> Optional.of(returned.reason());
            case Rejected rejected -> Optional.of(rejected.reason());
        };
    }
}
