package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A total and a floor: for each mark of the grid, how many who miss the national line have it as
 * the highest floor they meet, by their total; then sums from the top, in both directions.
 */
final class TotalSearch implements LineSearch.Candidates {
    private final LineRule rule;
    private final Score floor;
    private final CandidateLines lines;
    private final int subjects;
    private final int lowest;
    private final int step;
    private final int mostTotal;
    private final long[][] reaching;
    private final long national;

    TotalSearch(LineRule rule, Score floor, MarkCounts pool) {
        this.rule = rule;
        this.floor = floor;
        this.subjects = pool.dimensions();
        this.lines = new CandidateLines(rule, subjects);
        this.lowest = rule.grid().lowest().halfPoints();
        this.step = rule.grid().step().halfPoints();
        this.mostTotal = subjects * rule.national().halfPoints();
        this.national = pool.reaching(rule.national());
        this.reaching = new long[rule.grid().below(rule.national()).size()][mostTotal + 1];
        pool.forEachInAnyOrder(this::take);
        for (int at = reaching.length - 1; at >= 0; at--) {
            sumUp(at);
        }
    }

    private void take(int[] halfPoints, long people) {
        int least = Integer.MAX_VALUE;
        int sum = 0;
        for (int half : halfPoints) {
            least = Math.min(least, half);
            sum += half;
        }
        if (least >= lowest && least < rule.national().halfPoints()) {
            reaching[(least - lowest) / step][Math.min(sum, mostTotal)] += people;
        }
    }

    private void sumUp(int at) {
        long[] here = reaching[at];
        for (int total = mostTotal - 1; total >= 0; total--) {
            here[total] += here[total + 1];
        }
        for (int total = 0; at + 1 < reaching.length && total <= mostTotal; total++) {
            here[total] += reaching[at + 1][total];
        }
    }

    @Override
    public Optional<LineSearch.Reached> best(long most) {
        return best(floor, most);
    }

    private Optional<LineSearch.Reached> best(Score above, long most) {
        return lines.totals(above)
                .map(
                        total ->
                                new LineSearch.Reached(
                                        new PassingLine.TotalAndFloor(total, above),
                                        passed(total, above)))
                .filter(reached -> reached.passed() <= most)
                .findFirst();
    }

    @Override
    public long nationalPassed() {
        return national;
    }

    @Override
    public List<PassingLine> oneStepLower(PassingLine line) {
        return lines.oneStepLower(line).toList();
    }

    @Override
    public long passed(PassingLine line) {
        if (line instanceof PassingLine.TotalAndFloor(var total, var above)) {
            return passed(total, above);
        }
        throw new IllegalArgumentException("no total: " + line);
    }

    private long passed(Score total, Score above) {
        int at = (above.halfPoints() - lowest) / step;
        return national + reaching[at][total.halfPoints()];
    }

    @Override
    public List<MeasuredKey.Row> table(Optional<PassingLine> line) {
        return lines.totals(floor)
                .<MeasuredKey.Row>map(total -> new MeasuredKey.AtTotal(total, passed(total, floor)))
                .toList();
    }

    @Override
    public List<LineSearch.Reached> frontier(long most) {
        List<LineSearch.Reached> found = new ArrayList<>();
        for (Score above : rule.grid().below(rule.national())) {
            best(above, most).ifPresent(found::add);
        }
        return found;
    }
}
