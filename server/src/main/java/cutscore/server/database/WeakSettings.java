package cutscore.server.database;

import cutscore.kernel.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Settings a server must not run with; the words say which and why, never a password. */
public final class WeakSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Words> reasons;

    public WeakSettings(List<Words> reasons) {
        super(
                reasons.stream().map(Words::toString).collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.reasons = List.copyOf(reasons);
    }

    /** One for each weak setting. */
    public List<Words> reasons() {
        return reasons;
    }
}
