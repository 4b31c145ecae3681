package cutscore.server.certificate;

import cutscore.kernel.line.PassingLine;
import cutscore.kernel.rule.Finding;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.ArrayList;
import java.util.List;
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
        out.put("subjects", Json.array(subjects(facts, standard)));
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

    /** What the line asks of one subject by itself. */
    private static Optional<Score> asked(PublishedStandard standard, int subject) {
        return standard.line()
                .map(
                        line ->
                                switch (line) {
                                    case PassingLine.EachSubject(var mark) -> mark;
                                    case PassingLine.BySubject(var marks) -> marks.get(subject);
                                    case PassingLine.TotalAndFloor(_, var floor) -> floor;
                                });
    }

    private static List<Json> subjects(AwardFacts facts, PublishedStandard standard) {
        var qualification = facts.qualification();
        var out = new ArrayList<Json>();
        for (int i = 0; i < qualification.subjects().size(); i++) {
            var score = facts.scores().get(i);
            var line = asked(standard, i);
            var subject =
                    Json.object()
                            .put("subject", qualification.subjects().get(i))
                            .put("mark", mark(score))
                            .put("state", state(score))
                            .put("line", line.map(Score::toString).orElse(null))
                            .put("national", qualification.national().toString())
                            .put("reachesNational", score.reaches(qualification.national()));
            subject.put("reached", score.reaches(line.orElse(qualification.national())));
            out.add(subject.build());
        }
        return out;
    }

    private static @org.jspecify.annotations.Nullable String mark(SubjectScore score) {
        return score instanceof SubjectScore.Marked(var mark) ? mark.toString() : null;
    }

    private static String state(SubjectScore score) {
        return switch (score) {
            case SubjectScore.Marked _ -> "marked";
            case SubjectScore.Absent _ -> "absent";
            case SubjectScore.Voided _ -> "voided";
        };
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
