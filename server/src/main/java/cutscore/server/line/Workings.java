package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.ExamDays;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Areas;
import cutscore.server.declaration.Declarations;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.roster.RosterOnRecord;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gathers what a line is determined from, writes it down as the files anybody could be given, and
 * hands it to the kernel. The dossier's digests are of those very files.
 */
@Component
record Workings(Rosters rosters, Areas areas, Declarations declarations, Exams exams) {

    /**
     * @throws LineRefused when declarations are open, or something it needs is not there
     */
    ProposalFiles determine(LineRule rule, AreaScope scope, Instant now) {
        var session = rule.session();
        requireClosed(session, now);
        var roster =
                rosters.confirmed(session)
                        .orElseThrow(() -> new LineRefused(LineRefusal.ROSTER_NOT_CONFIRMED));
        var examDay = examDay(session);
        var inForce = inForce(scope, examDay, now);
        if (inForce.isEmpty()) {
            throw new LineRefused(LineRefusal.NO_LINE_AREAS);
        }
        var declared = new TreeSet<String>();
        declarations.approved(session, one -> declared.add(one.admissionNumber()));
        return determine(rule, roster, inForce, declared, offRecord(session, examDay));
    }

    private ProposalFiles determine(
            LineRule rule,
            RosterOnRecord roster,
            List<AreaAnswer.In> inForce,
            NavigableSet<String> declared,
            Optional<LocalDate> examDay) {
        var codes = inForce.stream().map(AreaAnswer.In::code).collect(Collectors.toSet());
        var determination =
                new LineDetermination(rule, codes, declared::contains, Qualifications.builtIn());
        rosters.examinees(rule.session(), determination::add);
        byte[] areasCsv = InputFiles.areas(inForce);
        byte[] declaredCsv = InputFiles.declared(declared);
        var inputs =
                List.of(
                        new Dossier.Input("roster-1", roster.sha256(), roster.totals().rows()),
                        new Dossier.Input("areas", Digest.hex(areasCsv), inForce.size()),
                        new Dossier.Input("declared", Digest.hex(declaredCsv), declared.size()));
        return new ProposalFiles(
                determination.dossier(inputs, examDay).bytes(),
                determination.pack().bytes(),
                areasCsv,
                declaredCsv);
    }

    /** 通知 三: a line is proposed 申报结束后, after the last ordinary window of the session. */
    private void requireClosed(SessionId session, Instant now) {
        boolean open =
                exams.windows(session).stream()
                        .filter(window -> window.round() == Round.ORDINARY)
                        .anyMatch(window -> !window.isAfter(now));
        if (open) {
            throw new LineRefused(LineRefusal.WINDOW_STILL_OPEN);
        }
    }

    private LocalDate examDay(SessionId session) {
        return exams.find(session)
                .map(ExamSession::firstDay)
                .orElseThrow(() -> new LineRefused(LineRefusal.ROSTER_NOT_CONFIRMED));
    }

    /** A day that is on record in the kernel is not handed in, as the command line would not. */
    private static Optional<LocalDate> offRecord(SessionId session, LocalDate examDay) {
        return ExamDays.first(session).isPresent() ? Optional.empty() : Optional.of(examDay);
    }

    private List<AreaAnswer.In> inForce(AreaScope scope, LocalDate examDay, Instant now) {
        Set<DivisionCode> codes =
                switch (scope) {
                    case AreaScope.Nationwide() -> areas.inForce(examDay);
                    case AreaScope.OfProvince(var province) -> areas.inForce(province, examDay);
                    case AreaScope.OfCircular(var circular) -> areas.listed(circular);
                };
        return codes.stream()
                .sorted()
                .map(code -> areas.ask(code, examDay, now))
                .filter(AreaAnswer.In.class::isInstance)
                .map(AreaAnswer.In.class::cast)
                .toList();
    }
}
