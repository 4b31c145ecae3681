package cutscore.server.line.web;

import cutscore.kernel.explain.ExplainedExaminee;
import cutscore.kernel.explain.ExplainedSubject;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.server.line.LineState;
import cutscore.server.web.FieldFault;
import java.util.List;
import java.util.Optional;

/** The question, and the answer once it was asked. */
record ExplainView(
        LineState state, Optional<ExplainedExaminee> explained, List<FieldFault> faults) {
    ExplainView {
        faults = List.copyOf(faults);
    }

    static ExplainView asking(LineState state) {
        return new ExplainView(state, Optional.empty(), List.of());
    }

    static ExplainView answering(LineState state, ExplainedExaminee explained) {
        return new ExplainView(state, Optional.of(explained), List.of());
    }

    /** The answer's icon: in, or out. */
    static String icon(ExplainedExaminee explained) {
        return explained.isIn() ? "ok" : "out";
    }

    static String mark(ExplainedSubject subject) {
        return subject.score() instanceof SubjectScore.Marked(var mark) ? mark.toString() : "—";
    }

    static String line(ExplainedSubject subject) {
        return subject.line().map(Score::toString).orElse("—");
    }
}
