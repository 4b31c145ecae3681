package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.seal.Digest;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Areas;
import cutscore.server.declaration.Declarations;
import cutscore.server.exam.ExamSession;
import cutscore.server.exam.Exams;
import cutscore.server.roster.RosterOnRecord;
import cutscore.server.roster.Rosters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Gathers what a line is determined from, through the doors of the rooms that keep it, and writes
 * it down as the files anybody could be given. All digests are of those very files.
 */
@Component
record Gathering(
        Rosters rosters, Areas areas, Declarations declarations, Exams exams, Provinces provinces) {

    /** What stands at a moment. */
    record Gathered(SealedInputs inputs, SnapshotTable.Files files, List<DivisionCode> areas) {}

    /**
     * @throws LineRefused without a confirmed roster or line areas in scope
     */
    Gathered gather(SessionId session, AreaScope scope, Instant now) {
        var roster = confirmed(session);
        var inForce = inForce(scope, session, now);
        var rows = new RowsDigest();
        rosters.examinees(session, rows::add);
        return gathered(roster, rows.hex(), inForce, declared(session));
    }

    private static Gathered gathered(
            RosterOnRecord roster,
            String rows,
            List<AreaAnswer.In> inForce,
            TreeSet<String> declared) {
        byte[] areasCsv = InputFiles.areas(inForce);
        byte[] declaredCsv = InputFiles.declared(declared);
        var inputs =
                new SealedInputs(
                        roster.sha256(),
                        roster.totals(),
                        rows,
                        Digest.hex(areasCsv),
                        inForce.size(),
                        Digest.hex(declaredCsv),
                        declared.size());
        return new Gathered(
                inputs,
                new SnapshotTable.Files(areasCsv, declaredCsv),
                inForce.stream().map(AreaAnswer.In::code).toList());
    }

    /**
     * @throws LineRefused when a province is neither closed nor named
     */
    Provinces.Roll roll(
            SessionId session, Gathered gathered, List<MissingProvince> named, Instant now) {
        return provinces.roll(session, gathered.areas(), named, now);
    }

    List<ProvinceWindow> provinces(SessionId session, AreaScope scope, Instant now) {
        Collection<DivisionCode> codes =
                inForce(scope, session, now).stream().map(AreaAnswer.In::code).toList();
        return provinces.of(session, codes, now);
    }

    /**
     * What no longer is as it was sealed, in the words of the dossier's inputs: a late approval, a
     * changed list of areas, another roster, a window opened again. The rows of the roster are held
     * against their digest when they are read, {@link #examinees}.
     */
    List<String> changed(Snapshot snapshot, Instant now) {
        var session = snapshot.session();
        var sealed = snapshot.inputs();
        var changed = new ArrayList<String>();
        var roster = rosters.confirmed(session);
        if (roster.isEmpty()
                || !roster.get().sha256().equals(sealed.roster())
                || !roster.get().totals().equals(sealed.totals())) {
            changed.add("roster-1");
        }
        var inForce = inForce(snapshot.scope(), session, now);
        if (!Digest.hex(InputFiles.areas(inForce)).equals(sealed.areas())) {
            changed.add("areas");
        }
        if (!Digest.hex(InputFiles.declared(declared(session))).equals(sealed.declared())) {
            changed.add("declared");
        }
        changed.addAll(openedAgain(snapshot, now));
        return List.copyOf(changed);
    }

    private List<String> openedAgain(Snapshot snapshot, Instant now) {
        var closed = snapshot.closed().stream().map(ClosedProvince::province).toList();
        return provinces.of(snapshot.session(), closed, now).stream()
                .filter(window -> !window.isClosed())
                .map(window -> window.province().value())
                .toList();
    }

    /**
     * Streams the sealed roster's examinees and holds them against the snapshot.
     *
     * @throws LineRefused after the last of them, when they are not the rows that were sealed:
     *     nothing that was made of them may be kept
     */
    void examinees(Snapshot snapshot, Consumer<Examinee> each) {
        var rows = new RowsDigest();
        rosters.examinees(
                snapshot.session(),
                examinee -> {
                    rows.add(examinee);
                    each.accept(examinee);
                });
        if (!rows.hex().equals(snapshot.inputs().rows())) {
            throw new LineRefused(LineRefusal.INPUTS_CHANGED, "roster-1");
        }
    }

    LocalDate examDay(SessionId session) {
        return exams.find(session)
                .map(ExamSession::firstDay)
                .orElseThrow(() -> new LineRefused(LineRefusal.ROSTER_NOT_CONFIRMED));
    }

    private RosterOnRecord confirmed(SessionId session) {
        return rosters.confirmed(session)
                .orElseThrow(() -> new LineRefused(LineRefusal.ROSTER_NOT_CONFIRMED));
    }

    private TreeSet<String> declared(SessionId session) {
        var declared = new TreeSet<String>();
        declarations.approved(session, one -> declared.add(one.admissionNumber()));
        return declared;
    }

    private List<AreaAnswer.In> inForce(AreaScope scope, SessionId session, Instant now) {
        var examDay = examDay(session);
        Set<DivisionCode> codes =
                switch (scope) {
                    case AreaScope.Nationwide() -> areas.inForce(examDay);
                    case AreaScope.OfProvince(var province) -> areas.inForce(province, examDay);
                    case AreaScope.OfCircular(var circular) -> areas.listed(circular);
                };
        var inForce =
                codes.stream()
                        .sorted()
                        .map(code -> areas.ask(code, examDay, now))
                        .flatMap(Gathering::in)
                        .toList();
        if (inForce.isEmpty()) {
            throw new LineRefused(LineRefusal.NO_LINE_AREAS);
        }
        return inForce;
    }

    private static Stream<AreaAnswer.In> in(AreaAnswer answer) {
        return answer instanceof AreaAnswer.In in ? Stream.of(in) : Stream.empty();
    }
}
