package cutscore.server.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The place that a request holds while it is in work, where only so many are taken in at once. A
 * request that is made to wait works on nothing, so it gives its place to others meanwhile: a few
 * who wait for their wrong passwords must not keep everybody out.
 */
public abstract class Place {
    private static final ThreadLocal<@Nullable Place> HERE = new ThreadLocal<>();

    /** Gives it up for a while. */
    protected abstract void leave();

    /** Takes it again, however long that takes. */
    protected abstract void retake();

    /** What is done while the place is held. */
    @FunctionalInterface
    public interface Work<X extends Throwable, Y extends Throwable> {
        void run() throws X, Y;
    }

    /** Does it while this thread holds that place. */
    public static <X extends Throwable, Y extends Throwable> void holding(
            Place place, Work<X, Y> work) throws X, Y {
        HERE.set(place);
        try {
            work.run();
        } finally {
            HERE.remove();
        }
    }

    /** Lets the thread wait, without its place where it holds one. */
    public static void sitAside(Duration wait) throws InterruptedException {
        var place = HERE.get();
        if (place == null || !wait.isPositive()) {
            Thread.sleep(wait);
            return;
        }
        place.leave();
        try {
            Thread.sleep(wait);
        } finally {
            place.retake();
        }
    }
}
