package cutscore.server.cycle;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.time.Beijing;
import cutscore.server.area.Areas;
import cutscore.server.area.CircularId;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.line.AreaScope;
import cutscore.server.line.FilingNumber;
import cutscore.server.line.Lines;
import cutscore.server.line.ProposalId;
import cutscore.server.publication.AnnouncementId;
import cutscore.server.publication.Publications;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the officers of a play do, apart from reviews and certificates, each by the right door. */
@Component
record Office(Areas areas, Exams exams, Rosters rosters, Lines lines, Publications publications) {

    /** Who plays what, when, and who is told. */
    record Desk(Opening opening, Script script, Cast cast, ScriptedClock clock, Progress progress) {

        Timeline timeline() {
            return opening.timeline();
        }
    }

    /** Circular entered, confirmed and agreed to; session opened; window announced. */
    CircularId openSession(Desk desk) {
        var opening = desk.opening();
        var cast = desk.cast();
        desk.progress().begins(Stage.CIRCULAR, 0);
        var circular = areas.enter(desk.script().circular(), cast.lead());
        desk.clock().moveTo(desk.timeline().circularConfirmed());
        areas.confirm(circular, opening.doubts(), cast.lead());
        desk.clock().moveTo(desk.timeline().circularAgreed());
        areas.agree(circular, cast.secondLead());
        desk.clock().moveTo(desk.timeline().windowAnnounced());
        var offered = Qualifications.builtIn().all().stream().map(Qualification::name).toList();
        exams.open(opening.session(), opening.examDay(), offered, cast.publisher());
        exams.announceWindow(
                opening.session(),
                opening.province(),
                Round.ORDINARY,
                opening.window(),
                Duration.ZERO,
                circular.value(),
                cast.lead(),
                cast.secondLead());
        desk.progress().ends();
        return circular;
    }

    /** Brought, imported, counted by a second person and confirmed; answers how many rows. */
    long takeRoster(Desk desk) {
        var file = desk.script().rosterFile();
        long rows = desk.script().roster().isPresent() ? 0 : desk.script().examinees();
        desk.progress().begins(Stage.ROSTER, rows);
        RosterDesk.bring(desk.script(), desk.opening(), desk.progress());
        desk.clock().moveTo(desk.timeline().rosterImported());
        var roster = rosters.importFile(desk.opening().session(), file, desk.cast().analyst());
        var counted = RosterDesk.count(file, desk.opening());
        desk.clock().moveTo(desk.timeline().rosterConfirmed());
        rosters.confirm(
                roster.id(), counted.sha256(), counted.totals(), desk.cast().secondAnalyst());
        desk.progress().ends();
        return counted.totals().rows();
    }

    /** Proposed, approved by another analyst, filed by a clearing officer. */
    ProposalId determine(Desk desk, CircularId circular) {
        var cast = desk.cast();
        var timeline = desk.timeline();
        desk.progress().begins(Stage.LINE, 0);
        desk.clock().moveTo(timeline.proposed());
        var rule = LineRule.defaults(desk.opening().session());
        var proposal = lines.propose(rule, new AreaScope.OfCircular(circular), cast.analyst());
        desk.clock().moveTo(timeline.approved());
        lines.approve(proposal, cast.secondAnalyst());
        desk.progress().ends();
        desk.progress().begins(Stage.CLEARANCE, 0);
        desk.clock().moveTo(timeline.filed());
        var day = Beijing.day(timeline.filed());
        var number =
                new FilingNumber("虚构备〔" + day.getYear() + "〕" + desk.opening().session() + "号");
        lines.file(proposal, number, day, cast.clearing());
        desk.progress().ends();
        return proposal;
    }

    AnnouncementId publish(Desk desk, ProposalId proposal) {
        var cast = desk.cast();
        desk.progress().begins(Stage.PUBLICATION, 0);
        desk.clock().moveTo(desk.timeline().published());
        var announcement = publications.publish(proposal, cast.publisher(), cast.secondPublisher());
        publications.pdf(announcement.id());
        desk.progress().ends();
        return announcement.id();
    }
}
