package cutscore.bench;

import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.LineSearch;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Grid;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The exact search by subject at half points. */
final class VectorStage implements Stage {
    private static final String OURS = "ours: LineSearch, all 753,571 vectors";
    private static final String SCAN = "scanning the pool per vector (24 vectors, reckoned up)";
    private static final int SAMPLE = 24;

    /** Three subjects, one in eight of a session's examinees, so that ten million give 1.2. */
    private static final double POOL = 0.12;

    @Override
    public String title() {
        return "Exact search by subject, half points";
    }

    @Override
    public String how() {
        return """
        A pool of three subjects with 12 % as many people as the size says (10 million: 1.2 million), most mark
        sheets different, the same number outside; marks from 0 to 45 by half points are 91³ = 753,571 vectors.
        Ours starts from the counted pool and ends with the line; one thread. Scanning is measured on 24 vectors
        spread over the space and reckoned up to all; their counts must be those of the sums. The sums written
        anew are 100 lines of the bench's own that must find the same vector, from the people's marks.\
        """;
    }

    @Override
    public List<Timing> run(BenchFolder folder, long size, Race race) throws IOException {
        var pool = new InventedPool((int) Math.round(POOL * size));
        var rule =
                new LineRule(
                        LineRule.FIRST_SESSION,
                        LineRule.Key.SESSION,
                        new Shape.PerSubject(),
                        LineRule.NATIONAL,
                        new Grid(Score.of("0.5"), Score.of("0")),
                        LineRule.Sat.ANY,
                        LineRule.Pool.REGISTERED);
        var search = new LineSearch(rule);
        var plain = new PlainSearch(pool.marks());
        var counts = pool.counts();
        long most =
                counts.pool().people()
                        * counts.nationalPassed(LineRule.NATIONAL)
                        / counts.examinees();
        var timings =
                race.run(
                        List.of(
                                Contender.inside(OURS, () -> best(search, pool)),
                                Contender.sampled(
                                        SCAN,
                                        SAMPLE / (double) PlainSearch.VECTORS,
                                        () -> scan(plain)),
                                Contender.inside(
                                        "the sums written anew, from the marks",
                                        () -> PlainSearch.best(plain.reachingAll(), most))));
        holdScanToSums(plain);
        return timings;
    }

    private static String best(LineSearch search, InventedPool pool) {
        if (search.solve(pool.counts()) instanceof SeparateLine line
                && line.line() instanceof PassingLine.BySubject(var marks)) {
            return marks.stream()
                            .map(mark -> Integer.toString(mark.halfPoints()))
                            .collect(Collectors.joining(","))
                    + " "
                    + line.passed();
        }
        return "none";
    }

    private static int sampled(int i) {
        return (int) ((2L * i + 1) * PlainSearch.VECTORS / (2 * SAMPLE));
    }

    private static String scan(PlainSearch plain) {
        long sum = 0;
        for (int i = 0; i < SAMPLE; i++) {
            sum += plain.scan(sampled(i));
        }
        return sum < 0 ? "?" : "";
    }

    private static void holdScanToSums(PlainSearch plain) {
        int[] reaching = plain.reachingAll();
        for (int i = 0; i < SAMPLE; i++) {
            int vector = sampled(i);
            if (plain.scan(vector) != reaching[vector]) {
                throw new IllegalStateException("counts differ at " + PlainSearch.text(vector));
            }
        }
    }

    @Override
    public List<Goal> goals(long largest) {
        return List.of(
                Goal.atMost("Exact search by subject, half points, 1.2 M pool: ≤ 10 ms", OURS, 10));
    }
}
