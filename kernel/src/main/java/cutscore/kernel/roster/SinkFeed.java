package cutscore.kernel.roster;

import cutscore.kernel.score.SubjectScore;
import java.util.List;
import java.util.function.Consumer;

/** Gives a sink the examinees whom the strict reader read, in the sink's numbers. */
record SinkFeed(RosterCodes codes, NumberList list, RowSink sink) implements Consumer<Examinee> {

    @Override
    public void accept(Examinee examinee) {
        List<SubjectScore> scores = examinee.scores();
        int first = mark(scores.getFirst());
        sink.take(
                codes.place(examinee.qualification()),
                codes.place(examinee.division()),
                first,
                scores.size() > 1 ? mark(scores.get(1)) : first,
                scores.size() > 2 ? mark(scores.get(2)) : first,
                examinee.voided(),
                list.place(examinee.admissionNumber()));
    }

    private static int mark(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Absent() -> RowSink.ABSENT;
            case SubjectScore.Voided() -> RowSink.VOIDED;
            case SubjectScore.Marked(var mark) -> RowSink.MARKED + mark.halfPoints();
        };
    }
}
