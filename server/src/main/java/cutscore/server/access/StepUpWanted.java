package cutscore.server.access;

import cutscore.kernel.Fault;
import java.util.List;
import java.util.Map;

/** A step waits for a factor; nothing was done and nothing is lost. */
final class StepUpWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Kept kept;
    private final transient List<Fault> faults;

    /**
     * The form as it was sent, without its token.
     *
     * @param path where it goes on to
     */
    record Kept(String path, Map<String, List<String>> fields) {

        /** Without what was typed. */
        @Override
        public String toString() {
            return "Kept[]";
        }
    }

    StepUpWanted(Kept kept, List<Fault> faults) {
        super("a factor is wanted", null, false, false);
        this.kept = kept;
        this.faults = List.copyOf(faults);
    }

    Kept kept() {
        return kept;
    }

    List<Fault> faults() {
        return faults;
    }
}
