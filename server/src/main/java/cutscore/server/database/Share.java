package cutscore.server.database;

import org.jspecify.annotations.Nullable;

/**
 * Whose work a thread does. Each kind has database connections of its own: however many people
 * submit or send files, who only reads finds one free, and the other way round. A thread that says
 * nothing does {@link #WORK}.
 */
public enum Share {
    /** Officers' pages, jobs, whatever is not told apart. */
    WORK(16),
    /** Signing in, and one's own pages, submitting among them. */
    OWN(16),
    /** Files on their way. */
    FILES(5),
    /** What anybody may read. */
    READING(6),
    /** The reading of the business clock, which must not stand in a queue. */
    CLOCK(1);

    private static final ThreadLocal<@Nullable Share> HERE = new ThreadLocal<>();

    private final int connections;

    Share(int connections) {
        this.connections = connections;
    }

    /** How many at most. */
    int connections() {
        return connections;
    }

    /** Does it with the connections of this share. */
    public static <X extends Throwable, Y extends Throwable> void within(
            Share share, Arrivals.Work<X, Y> work) throws X, Y {
        var before = HERE.get();
        HERE.set(share);
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

    static Share here() {
        var here = HERE.get();
        return here == null ? WORK : here;
    }
}
