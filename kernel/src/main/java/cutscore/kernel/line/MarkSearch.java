package cutscore.kernel.line;

import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One mark for every subject: a suffix sum over the marks of the grid. */
final class MarkSearch implements LineSearch.Candidates {
    private final List<Score> marks;
    private final long[] reaching;
    private final MarkCounts pool;
    private final CandidateLines lines;
    private final Score national;

    MarkSearch(LineRule rule, MarkCounts pool) {
        this.pool = pool;
        this.national = rule.national();
        this.lines = new CandidateLines(rule, 1);
        this.marks = rule.grid().below(national);
        this.reaching = new long[marks.size() + 1];
        int lowest = rule.grid().lowest().halfPoints();
        int step = rule.grid().step().halfPoints();
        pool.forEachInAnyOrder(
                (half, people) -> {
                    if (half[0] >= lowest) {
                        reaching[Math.min((half[0] - lowest) / step, marks.size())] += people;
                    }
                });
        for (int at = marks.size() - 1; at >= 0; at--) {
            reaching[at] += reaching[at + 1];
        }
    }

    @Override
    public Optional<LineSearch.Reached> best(long most) {
        return IntStream.range(0, marks.size())
                .filter(at -> reaching[at] <= most)
                .mapToObj(
                        at ->
                                new LineSearch.Reached(
                                        new PassingLine.EachSubject(marks.get(at)), reaching[at]))
                .findFirst();
    }

    @Override
    public long nationalPassed() {
        return reaching[marks.size()];
    }

    @Override
    public List<PassingLine> oneStepLower(PassingLine line) {
        return lines.oneStepLower(line).toList();
    }

    @Override
    public long passed(PassingLine line) {
        return pool.those(marks -> line.reachedBy(marks, national));
    }

    @Override
    public List<MeasuredKey.Row> table(Optional<PassingLine> line) {
        return IntStream.range(0, marks.size())
                .<MeasuredKey.Row>mapToObj(
                        at -> new MeasuredKey.AtMark(marks.get(at), reaching[at]))
                .toList();
    }

    @Override
    public List<LineSearch.Reached> frontier(long most) {
        return best(most).stream().toList();
    }
}
