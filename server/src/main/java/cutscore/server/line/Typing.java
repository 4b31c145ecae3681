package cutscore.server.line;

import java.util.List;

/** What a typing of the control totals came to. A wrong one is counted, not stored as agreement. */
public sealed interface Typing {

    /** Everything is as sealed: the snapshot may be determined from. */
    record Agreed() implements Typing {}

    /**
     * @param figures which differ; never what they should be
     * @param left how many more typings the snapshot bears
     */
    record Differs(List<TypedTotals.Figure> figures, int left) implements Typing {
        public Differs {
            figures = List.copyOf(figures);
        }
    }
}
