package cutscore.kernel.explain;

import cutscore.kernel.Words;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mark sheet beside the line it is held against, subject by subject.
 *
 * @param line the separate line; empty where the national one stands
 * @param meetsNational whether every subject reaches the national mark
 * @param meetsLine whether the separate line is reached; where there is none, the national one
 */
public record ExplainedMarks(
        List<ExplainedSubject> subjects,
        Optional<PassingLine> line,
        Score national,
        boolean meetsNational,
        boolean meetsLine) {
    public ExplainedMarks {
        subjects = List.copyOf(subjects);
    }

    /**
     * @param scores one per subject, in the qualification's order
     * @param national the mark that counts in every subject
     */
    public static ExplainedMarks of(
            Qualification qualification,
            List<SubjectScore> scores,
            Optional<PassingLine> line,
            Score national) {
        var subjects = new ArrayList<ExplainedSubject>();
        for (int i = 0; i < scores.size(); i++) {
            int place = i;
            subjects.add(
                    new ExplainedSubject(
                            i + 1,
                            qualification.subjects().get(i),
                            scores.get(i),
                            line.map(asked -> inSubject(asked, place)),
                            national));
        }
        var stands = new PassingLine.EachSubject(national);
        return new ExplainedMarks(
                subjects,
                line,
                national,
                stands.reachedBy(scores, national),
                line.orElse(stands).reachedBy(scores, national));
    }

    /** What a line asks of one subject by itself, counted from 0. */
    private static Score inSubject(PassingLine line, int subject) {
        return switch (line) {
            case PassingLine.EachSubject(var mark) -> mark;
            case PassingLine.BySubject(var marks) -> marks.get(subject);
            case PassingLine.TotalAndFloor(_, var floor) -> floor;
        };
    }

    /** The sum of the marks; empty when a subject has none. */
    public Optional<Score> sum() {
        int half = 0;
        for (ExplainedSubject subject : subjects) {
            if (!(subject.score() instanceof SubjectScore.Marked(var mark))) {
                return Optional.empty();
            }
            half += mark.halfPoints();
        }
        return Optional.of(new Score(half));
    }

    /** The total the line asks for, where its shape has one. */
    public Optional<Score> askedTotal() {
        return line.orElse(null) instanceof PassingLine.TotalAndFloor(var total, _)
                ? Optional.of(total)
                : Optional.empty();
    }

    /** The fewest marks more that reach what is asked: the separate line where there is one. */
    public NeededMarks needed() {
        if (meetsLine) {
            return new NeededMarks(List.of(), Optional.empty());
        }
        var raises =
                subjects.stream()
                        .filter(subject -> !subject.reached())
                        .map(ExplainedMarks::raise)
                        .toList();
        return new NeededMarks(raises, askedTotal().flatMap(this::missing));
    }

    private static NeededMarks.Raise raise(ExplainedSubject subject) {
        var distance = subject.line().isPresent() ? subject.toLine() : subject.toNational();
        return new NeededMarks.Raise(
                subject.number(), subject.name(), distance.map(half -> -half), subject.asked());
    }

    /** What the total lacks once every subject is at the floor. */
    private Optional<NeededMarks.Total> missing(Score total) {
        int half = 0;
        for (ExplainedSubject subject : subjects) {
            int mark =
                    subject.score() instanceof SubjectScore.Marked(var marked)
                            ? marked.halfPoints()
                            : 0;
            half += Math.max(mark, subject.asked().halfPoints());
        }
        int by = total.halfPoints() - half;
        return by > 0 ? Optional.of(new NeededMarks.Total(by, total)) : Optional.empty();
    }

    /** Subject by subject, then the total where there is one. */
    public List<Words> words() {
        var out = new ArrayList<>(subjects.stream().map(ExplainedSubject::words).toList());
        askedTotal().map(this::totalWords).ifPresent(out::add);
        return List.copyOf(out);
    }

    private Words totalWords(Score asked) {
        return sum().map(
                        sum -> {
                            int over = sum.halfPoints() - asked.halfPoints();
                            String zh = over < 0 ? "差 " + Points.of(over) + " 分" : "达到";
                            String en = over < 0 ? Points.of(over) + " short" : "reached";
                            return new Words(
                                    "总分：" + sum + " 分，单独线 " + asked + "，" + zh,
                                    "total: " + sum + ", separate line " + asked + ", " + en);
                        })
                .orElse(
                        new Words(
                                "总分：有科目没有成绩，无总分（单独线 " + asked + "）",
                                "total: none, a subject has no mark (separate line "
                                        + asked
                                        + ")"));
    }

    Json subjectsJson() {
        return Json.array(subjects.stream().map(ExplainedSubject::toJson).toList());
    }

    Optional<Json> totalJson() {
        return askedTotal()
                .map(
                        asked ->
                                Json.object()
                                        .put("sum", sum().map(Score::toString).orElse(null))
                                        .put("line", asked.toString())
                                        .put(
                                                "toLine",
                                                sum().map(sum -> distance(sum, asked)).orElse(null))
                                        .build());
    }

    private static String distance(Score sum, Score asked) {
        return Points.signed(sum.halfPoints() - asked.halfPoints());
    }
}
