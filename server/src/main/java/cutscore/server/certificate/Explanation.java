package cutscore.server.certificate;

import cutscore.kernel.explain.ExplainedMarks;
import cutscore.kernel.explain.ExplainedSubject;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Finding;
import cutscore.kernel.score.Score;
import cutscore.kernel.seal.Json;
import java.util.Optional;

/** Why a declarant got what they got, as it is stored and shown: subject by subject. */
final class Explanation {
    private static final String VERSION = "award-1";

    private Explanation() {}

    static Json.Obj of(AwardFacts facts, PublishedStandard standard, AwardRules.Decided decided) {
        var out =
                Json.object()
                        .put("version", VERSION)
                        .put("outcome", decided.outcome().word())
                        .put("session", facts.session().value())
                        .put("qualification", facts.qualification().name())
                        .put("level", facts.qualification().level().name());
        out.put("route", decided.outcome() == AwardOutcome.AWARDED ? facts.route().word() : null);
        out.put("standard", standard(standard));
        var marks = marks(facts, standard);
        out.put(
                "subjects",
                Json.array(marks.subjects().stream().map(Explanation::subject).toList()));
        if (decided.outcome() == AwardOutcome.BELOW_LINE
                || decided.outcome() == AwardOutcome.NATIONAL_LINE_STANDS) {
            var needed = marks.needed().words();
            out.put("needed", Json.object().put("zh", needed.zh()).put("en", needed.en()).build());
        }
        out.put(
                "findings",
                Json.array(decided.findings().stream().map(Explanation::finding).toList()));
        return out.build();
    }

    private static Json standard(PublishedStandard standard) {
        return Json.object()
                .put("key", standard.key())
                .put("kind", standard.line().isPresent() ? "separate-line" : "national-line-stands")
                .put("mark", uniform(standard).map(Score::toString).orElse(null))
                .put("line", standard.line().map(line -> line.words().zh()).orElse(null))
                .put("lineInEnglish", standard.line().map(line -> line.words().en()).orElse(null))
                .build();
    }

    private static Optional<Score> uniform(PublishedStandard standard) {
        return standard.line().orElse(null) instanceof PassingLine.EachSubject(var mark)
                ? Optional.of(mark)
                : Optional.empty();
    }

    /** The marks beside the line, by the same class that explains the line itself. */
    private static ExplainedMarks marks(AwardFacts facts, PublishedStandard standard) {
        var qualification = facts.qualification();
        return ExplainedMarks.of(
                qualification, facts.scores(), standard.line(), qualification.national());
    }

    private static Json subject(ExplainedSubject subject) {
        var out = Json.object();
        subject.toJson().members().forEach(out::put);
        return out.put("reachesNational", subject.score().reaches(subject.national()))
                .put("reached", subject.reached())
                .build();
    }

    private static Json finding(Finding finding) {
        return Json.object()
                .put("code", finding.code())
                .put("met", finding.met())
                .put("clause", finding.clause().toString())
                .put("zh", finding.why().zh())
                .put("en", finding.why().en())
                .build();
    }
}
