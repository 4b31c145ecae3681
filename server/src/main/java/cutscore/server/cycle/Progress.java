package cutscore.server.cycle;

import java.util.Map;

/** Told how far a session has come. */
public interface Progress {

    /**
     * A stage begins.
     *
     * @param of how many steps it has; 0 when that is not known
     */
    void begins(Stage stage, long of);

    /** So many of its steps are done. */
    void at(long done);

    /** The stage that began last is done. */
    void ends();

    /** Milliseconds of each stage that is done, in their order. */
    Map<Stage, Long> millis();
}
