package cutscore.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be taken, with every fault found in it. Nothing was written. */
public final class Unreadable extends RuntimeException {
    private final transient List<Fault> faults;

    /**
     * @throws IllegalArgumentException when there is no fault to tell
     */
    public Unreadable(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("unreadable for no reason");
        }
        this.faults = List.copyOf(faults);
    }

    public Unreadable(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
