package cutscore.server.line.web;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.server.line.LineRefused;
import java.util.function.Supplier;

/** A refusal of the doors, in its own words and with its public number. */
public final class Told {
    private Told() {}

    public static <T> T told(Supplier<T> step) {
        try {
            return step.get();
        } catch (LineRefused refused) {
            throw fault("REFUSAL_" + refused.why().code(), refused.words(), refused.words());
        }
    }

    public static void did(Runnable step) {
        told(
                () -> {
                    step.run();
                    return true;
                });
    }

    public static Unreadable fault(String code, Words what, Words mend) {
        return new Unreadable(Fault.of(code, what, mend));
    }
}
