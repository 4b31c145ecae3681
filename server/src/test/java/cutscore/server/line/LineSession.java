package cutscore.server.line;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.MissingProvince;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.roster.ControlTotals;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An exam session of 140 invented examinees, of whom every third outside the line areas meets the
 * national line. In Sichuan and in Qinghai ten people are measured, none by the national line; two
 * of each would pass at a vector that is the other province's reversed.
 */
record LineSession(SessionId id, ControlTotals totals, String sha256) {
    static final DivisionCode SICHUAN = new DivisionCode("510000");
    static final DivisionCode QINGHAI = new DivisionCode("630000");

    private static final AtomicInteger YEARS = new AtomicInteger(2050);
    private static final String HEADINGS =
            "admission_number,division_code,qualification,subject_1,subject_2,"
                    + "identity_type,identity_number,name\n";

    /** A session of its own: the tests of a build share one database, whatever their order. */
    static LineSession next(Exams exams, Rosters rosters) {
        return of(new SessionId(YEARS.getAndIncrement() + "-2"), exams, rosters);
    }

    private static LineSession of(SessionId session, Exams exams, Rosters rosters) {
        var publisher = officer(Role.PUBLISHER);
        exams.open(session, LocalDate.of(session.year(), 5, 26), List.of("软件设计师"), publisher);
        var csv = new StringBuilder(HEADINGS);
        for (int i = 0; i < 120; i++) {
            csv.append(row("O" + i, "110101", i % 3 == 0 ? "45,45" : "44,20", i));
        }
        measured(csv, "S", "513326", "42,45", 200);
        measured(csv, "Q", "632621", "45,42", 300);
        try {
            var file = Files.createTempFile("cutscore-line-", ".csv");
            Files.writeString(file, csv);
            var roster = rosters.importFile(session, file, officer(Role.ANALYST));
            String sha256 = Digest.hex(Files.readAllBytes(file));
            rosters.confirm(roster.id(), sha256, roster.totals(), publisher);
            return new LineSession(session, roster.totals(), sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measured(
            StringBuilder csv, String letter, String county, String passing, int person) {
        for (int i = 0; i < 10; i++) {
            csv.append(row(letter + i, county, i < 2 ? passing : "20,20", person + i));
        }
    }

    private static String row(String number, String county, String marks, int person) {
        return "%s,%s,软件设计师,%s,居民身份证,99010119900101%04d,虚构%s%n"
                .formatted(number, county, marks, person, number);
    }

    /** A window that opens now and closes in an hour. */
    void announce(DivisionCode province, Exams exams, ScriptedClock clock) {
        var opens = clock.instant();
        var closes = opens.plus(Duration.ofHours(1));
        exams.announceWindow(
                id,
                province,
                Round.ORDINARY,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                officer(Role.PUBLISHER),
                officer(Role.PUBLISHER));
    }

    /** Past the end of every window that is open. */
    static void close(ScriptedClock clock) {
        clock.advance(Duration.ofHours(2));
    }

    /** What a careful second person types: counted from the files. */
    TypedTotals counted(SnapshotId snapshot, Snapshots snapshots) {
        byte[] areas = snapshots.areasCsv(snapshot);
        byte[] declared = snapshots.declaredCsv(snapshot);
        return new TypedTotals(
                totals.rows(),
                totals.halfPoints(),
                rows(areas),
                rows(declared),
                sha256.substring(0, TypedTotals.HEAD),
                Digest.hex(areas).substring(0, TypedTotals.HEAD),
                Digest.hex(declared).substring(0, TypedTotals.HEAD));
    }

    /** Sealed and agreed to. */
    SnapshotId agreed(AreaScope scope, List<MissingProvince> missing, Snapshots snapshots) {
        var snapshot = snapshots.seal(id, scope, missing, officer(Role.ANALYST));
        var typing = snapshots.agree(snapshot, counted(snapshot, snapshots), officer(Role.ANALYST));
        if (!(typing instanceof Typing.Agreed)) {
            throw new AssertionError(typing);
        }
        return snapshot;
    }

    /** A line of that scope with every step up to its filing; provinces not in are missing. */
    ProposalId filed(AreaScope scope, Snapshots snapshots, Lines lines, InstantSource clock) {
        var missing =
                snapshots.provinces(id, scope).stream()
                        .filter(window -> window.standing() != ProvinceWindow.Standing.CLOSED)
                        .map(window -> new MissingProvince(window.province(), "不在本次测试内（虚构）"))
                        .toList();
        var snapshot = agreed(scope, missing, snapshots);
        var rule = LineRule.defaults(id).shaped(new Shape.PerSubject());
        var proposal = lines.propose(snapshot, rule, officer(Role.ANALYST));
        var second = officer(Role.ANALYST);
        if (!lines.recompute(proposal, second).equal()) {
            throw new AssertionError("the engines differ");
        }
        lines.approve(proposal, second);
        var number = new FilingNumber("虚构备 " + UUID.randomUUID());
        var today = Beijing.day(clock.instant());
        lines.file(proposal, number, today, officer(Role.CLEARING_OFFICER));
        return proposal;
    }

    static Officer officer(Role... roles) {
        return new Officer(UUID.randomUUID(), "某某（虚构）", Set.of(roles), Optional.empty());
    }

    static Officer reviewer() {
        return new Officer(
                UUID.randomUUID(), "某某（虚构）", Set.of(Role.REVIEWER), Optional.of(SICHUAN));
    }

    private static long rows(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).lines().count() - 1;
    }
}
