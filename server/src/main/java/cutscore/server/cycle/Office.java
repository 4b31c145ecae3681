package cutscore.server.cycle;

import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
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
import cutscore.server.line.SnapshotId;
import cutscore.server.line.Snapshots;
import cutscore.server.line.TypedTotals;
import cutscore.server.line.Typing;
import cutscore.server.publication.AnnouncementId;
import cutscore.server.publication.Publications;
import cutscore.server.roster.Rosters;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the officers of a play do, apart from reviews and certificates, each by the right door. */
@Component
record Office(
        Areas areas,
        Exams exams,
        Rosters rosters,
        Snapshots snapshots,
        Lines lines,
        Publications publications) {

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
                Duration.ZERO,
                circular.value(),
                cast.lead(),
                cast.secondLead());
        desk.progress().ends();
        return circular;
    }

    /** Brought, imported, counted by a second person and confirmed; answers what was counted. */
    RosterDesk.Counted takeRoster(Desk desk) {
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
        return counted;
    }

    /** Sealed, counted by another analyst; proposed, computed blind and approved; filed. */
    ProposalId determine(Desk desk, CircularId circular, RosterDesk.Counted roster) {
        var cast = desk.cast();
        var timeline = desk.timeline();
        desk.progress().begins(Stage.LINE, 0);
        var snapshot = seal(desk, circular, roster);
        desk.clock().moveTo(timeline.proposed());
        var rule = LineRule.defaults(desk.opening().session());
        var proposal = lines.propose(snapshot, rule, cast.analyst());
        desk.clock().moveTo(timeline.recomputed());
        lines.recompute(proposal, cast.secondAnalyst());
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

    /** The second analyst types what he counted from the files, not what the server says. */
    private SnapshotId seal(Desk desk, CircularId circular, RosterDesk.Counted roster) {
        desk.clock().moveTo(desk.timeline().sealed());
        var scope = new AreaScope.OfCircular(circular);
        var session = desk.opening().session();
        var id = snapshots.seal(session, scope, List.of(), desk.cast().analyst());
        byte[] areasCsv = snapshots.areasCsv(id);
        byte[] declaredCsv = snapshots.declaredCsv(id);
        desk.clock().moveTo(desk.timeline().agreed());
        var typed =
                new TypedTotals(
                        roster.totals().rows(),
                        roster.totals().halfPoints(),
                        RosterDesk.rows(areasCsv),
                        RosterDesk.rows(declaredCsv),
                        roster.sha256(),
                        Digest.hex(areasCsv),
                        Digest.hex(declaredCsv));
        if (snapshots.agree(id, typed, desk.cast().secondAnalyst()) instanceof Typing.Differs no) {
            throw new IllegalStateException("the counts are not what was sealed: " + no.figures());
        }
        return id;
    }

    AnnouncementId publish(Desk desk, ProposalId proposal) {
        var cast = desk.cast();
        desk.progress().begins(Stage.PUBLICATION, 0);
        desk.clock().moveTo(desk.timeline().published());
        var proposed = publications.propose(proposal, cast.publisher());
        var announcement = publications.confirm(proposed.id(), cast.secondPublisher());
        publications.pdf(announcement.id());
        desk.progress().ends();
        return announcement.id();
    }
}
