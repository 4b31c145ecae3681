package cutscore.server.database;

import cutscore.kernel.id.DivisionCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The province that the present request may not look beyond. While one is set, every connection is
 * handed out under the role {@link ProvinceRole#NAME} with the province bound, and the policies of
 * each module's tables hide every other province's rows, whatever the code asks. Threads that serve
 * nobody (workers), the centre's officers and examinees have none.
 *
 * <p>It belongs to the thread: work given to another thread has none either, and must be work that
 * answers for itself.
 */
public final class Border {
    private static final ThreadLocal<@Nullable DivisionCode> HERE = new ThreadLocal<>();

    private Border() {}

    /** Something that a request does. */
    @FunctionalInterface
    public interface Work<X extends Exception, Y extends Exception> {
        void run() throws X, Y;
    }

    /** Does it inside the border of that province. */
    public static <X extends Exception, Y extends Exception> void within(
            DivisionCode province, Work<X, Y> work) throws X, Y {
        if (!province.isProvince()) {
            throw new IllegalArgumentException("not a province: " + province);
        }
        var before = HERE.get();
        HERE.set(province);
        try {
            work.run();
        } finally {
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        }
    }

    /** The province of the present request; empty where none binds it. */
    public static Optional<DivisionCode> here() {
        return Optional.ofNullable(HERE.get());
    }
}
