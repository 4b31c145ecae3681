package cutscore.server.line.web.workbench;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.KeyCounts;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key with a line held up: every figure that the page draws.
 *
 * @param measured what the rule makes of the key
 * @param ladder the lines along the mark that is moved
 * @param rung where the line held up stands on it
 * @param spreads one for each subject
 * @param counties the pool by county
 * @param tiles the pool by province
 */
record Looked(
        MeasuredKey measured,
        Ladder ladder,
        int rung,
        List<MarkSpread> spreads,
        CountyTable counties,
        ProvinceTiles tiles) {

    /**
     * @param asked the line held up, on the rule's grid
     */
    static Looked at(
            Headcount people,
            LineRule rule,
            KeyCounts counts,
            MeasuredKey measured,
            PassingLine asked,
            int subject) {
        var ladder = Ladder.of(rule, counts, asked, subject);
        int rung = ladder.indexOf(moved(asked, subject));
        var national = new PassingLine.EachSubject(rule.national());
        var counted =
                people.counties(
                        rule,
                        counts.key(),
                        List.of(
                                national,
                                line(ladder, rung),
                                line(ladder, Math.max(0, rung - 1)),
                                line(ladder, Math.min(rung + 1, ladder.rungs().size() - 1))));
        return new Looked(
                measured,
                ladder,
                rung,
                spreads(people, rule, counts.key(), asked),
                CountyTable.of(counted),
                ProvinceTiles.of(counted));
    }

    PassingLine line() {
        return line(ladder, rung);
    }

    Answer answer() {
        return new Answer(
                ladder.rungs().get(rung).compared(), measured.nationalLinePassed(), below());
    }

    private Optional<cutscore.kernel.line.RateComparison> below() {
        return rung == 0 ? Optional.empty() : Optional.of(ladder.rungs().get(rung - 1).compared());
    }

    /** The line one step lower, or higher; empty at the end of the ladder. */
    Optional<PassingLine> beside(int steps) {
        int other = rung + steps;
        return other < 0 || other >= ladder.rungs().size()
                ? Optional.empty()
                : Optional.of(line(ladder, other));
    }

    RateCurve curve(Frame frame) {
        return RateCurve.of(ladder, rung, frame);
    }

    private static PassingLine line(Ladder ladder, int rung) {
        return ladder.rungs().get(rung).compared().at();
    }

    /** The mark of a line that the ladder moves. */
    static Score moved(PassingLine line, int subject) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> mark;
            case PassingLine.BySubject(var marks) -> marks.get(subject);
            case PassingLine.TotalAndFloor(var total, _) -> total;
        };
    }

    private static List<MarkSpread> spreads(
            Headcount people, LineRule rule, String key, PassingLine line) {
        var qualifications = people.qualifications(rule, key);
        int subjects = qualifications.stream().mapToInt(q -> q.subjects().size()).max().orElse(0);
        var full = qualifications.stream().map(Qualification::fullMark).max(Score::compareTo);
        var spreads = new ArrayList<MarkSpread>();
        for (int i = 0; i < subjects; i++) {
            spreads.add(
                    new MarkSpread(
                            Subjects.name(qualifications, i),
                            people.marks(rule, key, i),
                            full.orElseThrow(),
                            rule.national(),
                            inSubject(line, i)));
        }
        return List.copyOf(spreads);
    }

    /** What a line asks of one subject alone. */
    private static Score inSubject(PassingLine line, int subject) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> mark;
            case PassingLine.BySubject(var marks) -> marks.get(subject);
            case PassingLine.TotalAndFloor(_, var floor) -> floor;
        };
    }
}
