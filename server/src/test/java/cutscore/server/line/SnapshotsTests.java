package cutscore.server.line;

import static cutscore.server.line.LineSession.QINGHAI;
import static cutscore.server.line.LineSession.SICHUAN;
import static cutscore.server.line.LineSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.MissingProvince;
import cutscore.kernel.rule.LineRule;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.line.TypedTotals.Figure;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a line may be determined from: complete, sealed, counted by another, unchanged. */
@ModuleTest
class SnapshotsTests {
    private static final AreaScope IN_SICHUAN = new AreaScope.OfProvince(SICHUAN);
    private static final MissingProvince QINGHAI_IS_LATE = new MissingProvince(QINGHAI, "申报延期（虚构）");

    @Autowired Snapshots snapshots;
    @Autowired Lines lines;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Declarations declarations;
    @Autowired Ledger ledger;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    private LineSession session;

    @BeforeEach
    void aSession() {
        session = LineSession.next(exams, rosters);
    }

    @Test
    void aProvinceThatIsNeitherClosedNorNamedStopsTheSealing() {
        refused(LineRefusal.PROVINCE_NOT_IN, () -> seal(IN_SICHUAN));
        session.announce(SICHUAN, exams, scripted());
        refused(LineRefusal.WINDOW_STILL_OPEN, () -> seal(IN_SICHUAN));
        LineSession.close(scripted());
        var snapshot = snapshots.find(seal(IN_SICHUAN)).orElseThrow();
        assertThat(snapshot.closed()).extracting(ClosedProvince::province).containsExactly(SICHUAN);
        assertThat(snapshot.missing()).isEmpty();
    }

    @Test
    void aMissingProvinceStandsInTheDossierWithItsReason() {
        session.announce(SICHUAN, exams, scripted());
        LineSession.close(scripted());
        var missing = everyOtherProvince();
        var snapshot = session.agreed(new AreaScope.Nationwide(), missing, snapshots);
        var dossier = lines.dossier(lines.propose(snapshot, rule(), officer(Role.ANALYST)));
        assertThat(dossier.missing()).isEqualTo(missing).contains(QINGHAI_IS_LATE);
        assertThat(dossier.toJson().canonical())
                .contains("\"missing\":[")
                .contains("{\"province\":\"630000\",\"why\":\"申报延期（虚构）\"}");
        assertThat(Dossier.read("dossier", dossier.toJson().canonical())).isEqualTo(dossier);
    }

    @Test
    void aProvinceThatIsNotMissingIsNotNamed() {
        session.announce(SICHUAN, exams, scripted());
        LineSession.close(scripted());
        var named = List.of(new MissingProvince(SICHUAN, "不想等（虚构）"));
        refused(LineRefusal.NOT_MISSING, () -> seal(IN_SICHUAN, named));
        refused(LineRefusal.NOT_MISSING, () -> seal(IN_SICHUAN, List.of(QINGHAI_IS_LATE)));
    }

    @Test
    void onlyAnAnalystSealsAndAnotherAgrees() {
        close();
        var sealer = officer(Role.ANALYST);
        assertThatThrownBy(
                        () ->
                                snapshots.seal(
                                        session.id(),
                                        IN_SICHUAN,
                                        List.of(),
                                        officer(Role.PUBLISHER)))
                .isInstanceOf(AccessRefused.class);
        var id = snapshots.seal(session.id(), IN_SICHUAN, List.of(), sealer);
        var typed = session.counted(id, snapshots);
        assertThatThrownBy(() -> snapshots.agree(id, typed, sealer)).isInstanceOf(SamePerson.class);
        var second = officer(Role.ANALYST);
        assertThat(snapshots.agree(id, typed, second)).isEqualTo(new Typing.Agreed());
        assertThat(snapshots.find(id).orElseThrow().agreement().orElseThrow().by())
                .isEqualTo(second.id());
        refused(LineRefusal.SNAPSHOT_AGREED, () -> snapshots.agree(id, typed, second));
    }

    @Test
    void theTotalsAreHiddenFromWhoHasToTypeThem() {
        close();
        var sealer = officer(Role.ANALYST);
        var second = officer(Role.ANALYST);
        var id = snapshots.seal(session.id(), IN_SICHUAN, List.of(), sealer);
        assertThat(snapshots.find(id).orElseThrow().shows(sealer.id())).isTrue();
        assertThat(snapshots.find(id).orElseThrow().shows(second.id())).isFalse();
        snapshots.agree(id, session.counted(id, snapshots), second);
        assertThat(snapshots.find(id).orElseThrow().shows(second.id())).isTrue();
    }

    @Test
    void aWrongTypingIsToldAndCountedAndNeverStoredAsAgreement() {
        close();
        var id = seal(IN_SICHUAN);
        var right = session.counted(id, snapshots);
        long acts = ledger.size();
        var wrong = withRows(right, right.rosterRows() + 1);
        assertThat(snapshots.agree(id, wrong, officer(Role.ANALYST)))
                .isEqualTo(new Typing.Differs(List.of(Figure.ROSTER_ROWS), 4));
        var shortHead =
                new TypedTotals(
                        right.rosterRows(),
                        right.halfPoints(),
                        right.areaRows(),
                        right.declaredRows(),
                        right.rosterHead().substring(1),
                        right.areasHead().substring(0, 7),
                        right.declaredHead());
        assertThat(snapshots.agree(id, shortHead, officer(Role.ANALYST)))
                .isEqualTo(new Typing.Differs(List.of(Figure.ROSTER_HEAD, Figure.AREAS_HEAD), 3));
        assertThat(ledger.size()).isEqualTo(acts);
        assertThat(snapshots.find(id).orElseThrow().attempts()).isEqualTo(2);
        refused(
                LineRefusal.SNAPSHOT_NOT_AGREED,
                () -> lines.propose(id, rule(), officer(Role.ANALYST)));
        assertThat(snapshots.agree(id, right, officer(Role.ANALYST)))
                .isEqualTo(new Typing.Agreed());
        assertThat(ledger.size()).isEqualTo(acts + 1);
    }

    @Test
    void afterFiveWrongTypingsTheSnapshotIsOfNoUse() {
        close();
        var id = seal(IN_SICHUAN);
        var right = session.counted(id, snapshots);
        for (int i = 4; i >= 0; i--) {
            assertThat(snapshots.agree(id, withRows(right, 1), officer(Role.ANALYST)))
                    .isEqualTo(new Typing.Differs(List.of(Figure.ROSTER_ROWS), i));
        }
        refused(
                LineRefusal.TYPED_TOO_OFTEN,
                () -> snapshots.agree(id, right, officer(Role.ANALYST)));
    }

    @Test
    void aLateApprovalIsANewSnapshotAndTheOldOneStaysAsItWas() {
        session.announce(SICHUAN, exams, scripted());
        var form =
                DeclarationForm.of(
                        session.id(),
                        "S0",
                        DeclaredGround.REGISTERED,
                        new cutscore.kernel.id.DivisionCode("513326"),
                        true,
                        "snapshots-tests-" + session.id());
        assertThat(declarations.submit(form)).isInstanceOf(Submission.Accepted.class);
        LineSession.close(scripted());
        var old = session.agreed(IN_SICHUAN, List.of(), snapshots);
        var proposal = lines.propose(old, rule(), officer(Role.ANALYST));
        byte[] before = lines.files(proposal).dossier();

        var mine = declarations.of(session.id(), "S0").getFirst().id();
        declarations.review(mine, new Review.Approved("四(一)"), LineSession.reviewer());
        assertThat(snapshots.changed(snapshots.find(old).orElseThrow()))
                .containsExactly("declared");
        refused(
                LineRefusal.INPUTS_CHANGED,
                () -> lines.propose(old, rule(), officer(Role.ANALYST)));
        assertThat(lines.recompute(proposal, officer(Role.ANALYST)).equal()).isTrue();
        assertThat(lines.files(proposal).dossier()).isEqualTo(before);

        var anew = session.agreed(IN_SICHUAN, List.of(), snapshots);
        var second = lines.propose(anew, rule(), officer(Role.ANALYST));
        assertThat(lines.dossier(second).inputs()).isNotEqualTo(lines.dossier(proposal).inputs());
    }

    @Test
    void aRowChangedBehindOurBackStopsEveryComputation() {
        close();
        var snapshot = session.agreed(IN_SICHUAN, List.of(), snapshots);
        var proposal = lines.propose(snapshot, rule(), officer(Role.ANALYST));
        setMark("S0", 90);
        long acts = ledger.size();
        refused(
                LineRefusal.INPUTS_CHANGED,
                () -> lines.propose(snapshot, rule(), officer(Role.ANALYST)));
        refused(LineRefusal.INPUTS_CHANGED, () -> lines.recompute(proposal, officer(Role.ANALYST)));
        assertThat(ledger.size()).isEqualTo(acts);
        assertThat(lines.of(session.id())).hasSize(1);
        setMark("S0", 84);
        assertThat(lines.recompute(proposal, officer(Role.ANALYST)).equal()).isTrue();
    }

    @Test
    void aWindowThatOpensAgainStopsTheProposal() {
        close();
        var snapshot = session.agreed(IN_SICHUAN, List.of(), snapshots);
        session.announce(SICHUAN, exams, scripted());
        refused(
                LineRefusal.INPUTS_CHANGED,
                () -> lines.propose(snapshot, rule(), officer(Role.ANALYST)));
    }

    @Test
    void aRuleOfAnotherSessionIsNotProposed() {
        close();
        var snapshot = session.agreed(IN_SICHUAN, List.of(), snapshots);
        var other = LineRule.defaults(SessionId.of(2023, 1));
        refused(
                LineRefusal.OTHER_SESSION,
                () -> lines.propose(snapshot, other, officer(Role.ANALYST)));
    }

    @Test
    void twoClicksAreOneSnapshotAndOneProposal() {
        close();
        var sealer = officer(Role.ANALYST);
        var first = snapshots.seal(session.id(), IN_SICHUAN, List.of(), sealer);
        long acts = ledger.size();
        assertThat(snapshots.seal(session.id(), IN_SICHUAN, List.of(), sealer)).isEqualTo(first);
        assertThat(seal(IN_SICHUAN)).isNotEqualTo(first);
        assertThat(ledger.size()).isEqualTo(acts + 1);
        snapshots.agree(first, session.counted(first, snapshots), officer(Role.ANALYST));
        var proposal = lines.propose(first, rule(), sealer);
        assertThat(lines.propose(first, rule(), sealer)).isEqualTo(proposal);
        assertThat(lines.propose(first, rule(), officer(Role.ANALYST))).isNotEqualTo(proposal);
    }

    @Test
    void nothingSealedIsEverOverwritten() {
        close();
        seal(IN_SICHUAN);
        for (String change :
                List.of(
                        "UPDATE line.snapshot SET declared_rows = 7",
                        "DELETE FROM line.snapshot_province")) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .hasMessageContaining("keeps what was written");
        }
    }

    /** As somebody could who owns the database: past the trigger that forbids it. */
    private void setMark(String admissionNumber, int halfPoints) {
        sql.sql("ALTER TABLE roster.entry DISABLE TRIGGER USER").update();
        sql.sql(
                        "UPDATE roster.entry SET mark_1 = ? WHERE admission_number = ? AND roster ="
                                + " (SELECT id FROM roster.roster WHERE session = ?)")
                .params(halfPoints, admissionNumber, session.id().value())
                .update();
        sql.sql("ALTER TABLE roster.entry ENABLE TRIGGER USER").update();
    }

    private void close() {
        session.announce(SICHUAN, exams, scripted());
        LineSession.close(scripted());
    }

    private List<MissingProvince> everyOtherProvince() {
        return snapshots.provinces(session.id(), new AreaScope.Nationwide()).stream()
                .filter(window -> window.standing() != ProvinceWindow.Standing.CLOSED)
                .map(window -> new MissingProvince(window.province(), QINGHAI_IS_LATE.why()))
                .toList();
    }

    private SnapshotId seal(AreaScope scope) {
        return seal(scope, List.of());
    }

    private SnapshotId seal(AreaScope scope, List<MissingProvince> missing) {
        return snapshots.seal(session.id(), scope, missing, officer(Role.ANALYST));
    }

    private LineRule rule() {
        return LineRule.defaults(session.id());
    }

    private ScriptedClock scripted() {
        return (ScriptedClock) clock;
    }

    private static TypedTotals withRows(TypedTotals right, long rows) {
        return new TypedTotals(
                rows,
                right.halfPoints(),
                right.areaRows(),
                right.declaredRows(),
                right.rosterHead(),
                right.areasHead(),
                right.declaredHead());
    }

    private static void refused(LineRefusal why, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
