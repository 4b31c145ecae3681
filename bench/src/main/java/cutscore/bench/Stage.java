package cutscore.bench;

import java.io.IOException;
import java.util.List;

/** One comparison, run at every size. */
interface Stage {
    /** The heading of its table. */
    String title();

    /** What is compared and how, below the heading. */
    String how();

    /**
     * Runs it at one size.
     *
     * @param folder invented inputs of that size
     * @param size how many examinees
     * @param race how often
     * @return ours first
     */
    List<Timing> run(BenchFolder folder, long size, Race race) throws IOException;

    /** What was aimed at, judged at the largest size that was run. */
    List<Goal> goals(long largest);
}
