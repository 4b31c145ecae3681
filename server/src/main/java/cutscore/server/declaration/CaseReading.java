package cutscore.server.declaration;

import cutscore.server.area.Areas;
import cutscore.server.declaration.eligibility.CaseFacts;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.Rosters;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings together the facts that the rules of a review look at. */
@Component
final class CaseReading {
    private final Exams exams;
    private final Areas areas;
    private final Rosters rosters;
    private final EvidenceTable evidence;
    private final DeclarationTable table;
    private final StepTable steps;

    CaseReading(
            Exams exams,
            Areas areas,
            Rosters rosters,
            EvidenceTable evidence,
            DeclarationTable table,
            StepTable steps) {
        this.exams = exams;
        this.areas = areas;
        this.rosters = rosters;
        this.evidence = evidence;
        this.table = table;
        this.steps = steps;
    }

    CaseFacts of(DeclarationRow row) {
        var firstDay = exams.find(row.session()).map(ExamSession::firstDay).orElseThrow();
        var window =
                exams.windows(row.session(), row.province()).stream()
                        .filter(one -> one.id().equals(row.window()))
                        .findFirst();
        var round = window.map(WindowOnRecord::round).orElse(Round.ORDINARY);
        return new CaseFacts(
                row.ground(),
                row.place(),
                areas.ask(row.place(), firstDay),
                rosters.find(row.session(), row.admissionNumber()),
                row.employer(),
                exams.grounds(row.session(), row.province(), round),
                exams.evidence(row.session(), row.province(), row.ground(), round),
                evidence.of(row.id()).stream()
                        .map(one -> new CaseFacts.SentItem(one.item(), one.addedAt()))
                        .toList(),
                row.arrivedAt(),
                row.evidenceUntil(),
                steps.moments(row.id(), Life.Step.RESUBMIT).stream().collect(Collectors.toSet()),
                window,
                row.begunAt(),
                table.elsewhere(row));
    }
}
