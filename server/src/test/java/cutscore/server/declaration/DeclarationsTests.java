package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;
import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.declaration.Submission.Refused;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class DeclarationsTests {
    private static final AtomicInteger YEARS = new AtomicInteger(2067);
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired StepTable steps;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @Test
    void theWindowIsOpenFromItsFirstInstantToItsLast() throws IOException {
        var session = session();
        assertThat(why(session.registered("IN", key()))).isEqualTo(Refusal.WINDOW_NOT_OPEN);
        clock.moveTo(session.opens());
        var first = accepted(session.registered("IN", key()));
        assertThat(first.arrivedAt()).isEqualTo(session.opens());
        clock.moveTo(session.closes());
        accepted(session.works("OUT", "513326", key()));
        clock.moveTo(session.closes().plusNanos(1000));
        assertThat(why(session.works("YUNNAN", "513326", key()))).isEqualTo(Refusal.WINDOW_CLOSED);
    }

    @Test
    void everyRefusalNamesItsReason() throws IOException {
        var session = open();
        assertThat(why(session.registered("OUT", key())))
                .isEqualTo(Refusal.PLACE_NOT_IN_A_LINE_AREA);
        assertThat(why(session.works("OUT", "510107", key())))
                .isEqualTo(Refusal.PLACE_NOT_IN_A_LINE_AREA);
        assertThat(why(session.registered("YUNNAN", key()))).isEqualTo(Refusal.PLACE_NOT_KNOWN);
        assertThat(why(session.works("OUT", "513300", key()))).isEqualTo(Refusal.PLACE_NOT_KNOWN);
        assertThat(why(session.registered("MET", key()))).isEqualTo(Refusal.NATIONAL_LINE_MET);
        assertThat(why(session.registered("VOID", key()))).isEqualTo(Refusal.VOIDED);
        assertThat(why(session.registered("NOBODY", key()))).isEqualTo(Refusal.NOT_ON_ROSTER);
        assertThat(why(session.registered("GANSU", key()))).isEqualTo(Refusal.NO_WINDOW);
        assertThat(why(session.registered("IN", "short"))).isEqualTo(Refusal.KEY_MALFORMED);
        var elsewhere =
                DeclarationForm.of(
                        session.id(),
                        "IN",
                        DeclaredGround.REGISTERED,
                        new DivisionCode("513327"),
                        true,
                        key());
        assertThat(why(elsewhere)).isEqualTo(Refusal.PLACE_DIFFERS);
        var silent =
                DeclarationForm.of(
                        session.id(),
                        "IN",
                        DeclaredGround.REGISTERED,
                        OpenSession.DAOFU,
                        false,
                        key());
        assertThat(why(silent)).isEqualTo(Refusal.NO_COMMITMENT);
        assertThat(declarations.counts(session.id())).containsEntry(Stage.SUBMITTED, 0L);
    }

    @Test
    void refusalNumbersArePublicAndNeverGivenTwice() {
        assertThat(List.of(Refusal.values())).extracting(Refusal::number).doesNotHaveDuplicates();
        assertThat(Refusal.WINDOW_CLOSED.number()).isEqualTo(1001);
        assertThat(Refusal.NATIONAL_LINE_MET.number()).isEqualTo(1004);
    }

    @Test
    void aPersonHasOneActiveDeclarationWhateverTheAdmissionNumber() throws IOException {
        var session = open();
        var one = accepted(session.registered("IN", key()));
        assertThat(why(session.registered("IN", key()))).isEqualTo(Refusal.ALREADY_DECLARED);
        assertThat(why(session.registered("TWICE", key()))).isEqualTo(Refusal.ALREADY_DECLARED);
        assertThat(declarations.withdraw(one.id(), "OUT")).contains(Refusal.NOT_YOURS);
        assertThat(declarations.withdraw(one.id(), "IN")).isEmpty();
        assertThat(declarations.withdraw(one.id(), "IN")).contains(Refusal.DECIDED);
        accepted(session.registered("TWICE", key()));
    }

    @Test
    void theSameKeyIsAnsweredTheSameAgainAlsoAfterTheClose() throws IOException {
        var session = open();
        String key = key();
        var first = accepted(session.registered("IN", key));
        long acts = ledger.size();
        assertThat(accepted(session.registered("IN", key))).isEqualTo(first);
        clock.moveTo(session.closes().plusSeconds(60));
        assertThat(accepted(session.registered("IN", key))).isEqualTo(first);
        assertThat(why(session.registered("OUT", key))).isEqualTo(Refusal.KEY_REUSED);
        assertThat(ledger.size()).isEqualTo(acts);
    }

    @Test
    void aRefusedDeclarationLeavesNothingInTheLedger() throws IOException {
        var session = open();
        accepted(session.registered("IN", key()));
        long acts = ledger.size();
        why(session.registered("IN", key()));
        assertThat(ledger.size()).isEqualTo(acts);
        long salts = sql.sql("SELECT size FROM ledger.head").query(Long.class).single();
        assertThat(salts).isEqualTo(acts);
    }

    @Test
    void ofManyAtOnceExactlyOneDeclares() throws Exception {
        var session = open();
        List<Callable<Submission>> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var form = session.registered(i % 2 == 0 ? "IN" : "TWICE", key());
            crowd.add(() -> declarations.submit(form));
        }
        int accepted = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(crowd)) {
                accepted += answer.get() instanceof Accepted ? 1 : 0;
            }
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(declarations.counts(session.id())).containsEntry(Stage.SUBMITTED, 1L);
    }

    @Test
    void theLedgersEntryCommitsToTheDeclarationAndNamesNobody() throws IOException {
        var session = open();
        var accepted = accepted(session.registered("IN", key()));
        String entry =
                new String(
                        sql.sql("SELECT bytes FROM ledger.entry WHERE index = ?")
                                .param(accepted.ledgerIndex())
                                .query((row, _) -> row.getBytes(1))
                                .single(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(entry)
                .contains("declaration.submitted", "\"commitment\"", session.id().value())
                .doesNotContain(
                        "\"IN\"",
                        "虚构",
                        accepted.id().toString(),
                        accepted.receipt(),
                        "990101199001010001");
    }

    @Test
    void aReviewerOfTheProvinceAnswersWithAReason() throws IOException {
        var session = open();
        var id = accepted(session.registered("IN", key())).id();
        var reviewer = reviewer();
        var blank = new Review.Rejected(" ", "二");
        assertThat(declarations.review(id, blank, reviewer))
                .isEqualTo(new ReviewOutcome.NotReviewed(id, ReviewOutcome.Why.NO_REASON));
        var until = clock.instant().plus(Duration.ofDays(2));
        var returned = new Review.Returned("请补工作证明", "二", until);
        assertThat(declarations.review(id, returned, reviewer))
                .isInstanceOf(ReviewOutcome.Reviewed.class);
        assertThat(declarations.review(id, new Review.Approved("四(一)"), reviewer))
                .isEqualTo(new ReviewOutcome.NotReviewed(id, ReviewOutcome.Why.NOT_WAITING));
        var view = declarations.of(session.id(), "IN").getFirst();
        assertThat(view.mendUntil()).contains(until);
        assertThat(view.steps().getFirst().reason()).isEqualTo("请补工作证明");
    }

    @Test
    void aReturnedDeclarationIsMendedUntilTheMomentTheReviewerSet() throws IOException {
        var session = open();
        var first = accepted(session.registered("IN", key()));
        var until = session.closes().plus(Duration.ofDays(1));
        declarations.review(first.id(), new Review.Returned("请核对", "二", until), reviewer());
        clock.moveTo(until);
        var mended = session.works("IN", "513327", key());
        var again = declarations.resubmit(first.id(), mended);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Accepted.class, a -> assertThat(a.receipt()).isEqualTo(first.receipt()));
        assertThat(declarations.resubmit(first.id(), mended)).isEqualTo(again);
        var view = declarations.byReceipt(first.receipt()).orElseThrow();
        assertThat(view.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(view.place().value()).isEqualTo("513327");
        declarations.review(
                first.id(), new Review.Returned("再核对", "二", until.plusSeconds(1)), reviewer());
        clock.moveTo(until.plusSeconds(2));
        assertThat(declarations.resubmit(first.id(), session.registered("IN", key())))
                .isEqualTo(new Refused(Refusal.MENDING_CLOSED, clock.instant()));
    }

    @Test
    void anOfficerOfAnotherProvinceSeesNothing() throws IOException {
        var session = open();
        var id = accepted(session.registered("IN", key())).id();
        var gansu = officer(Role.REVIEWER, new DivisionCode("620000"));
        var analyst = officer(Role.ANALYST, null);
        assertThat(declarations.find(id, reviewer())).isPresent();
        assertThat(declarations.find(id, gansu)).isEmpty();
        assertThat(declarations.find(id, analyst)).isEmpty();
        assertThatThrownBy(() -> declarations.review(id, new Review.Approved("二"), gansu))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(
                        () ->
                                declarations.queue(
                                        session.id(),
                                        SICHUAN,
                                        Stage.SUBMITTED,
                                        Optional.empty(),
                                        10,
                                        gansu))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void whoTypedADeclarationInDoesNotReviewIt() throws IOException {
        var session = open();
        var reviewer = reviewer();
        var assisted =
                new DeclarationForm(
                        session.id(),
                        "IN",
                        DeclaredGround.REGISTERED,
                        Optional.empty(),
                        true,
                        key(),
                        Optional.of(reviewer.id()),
                        Optional.empty(),
                        "",
                        List.of());
        var id = accepted(assisted).id();
        assertThat(declarations.review(id, new Review.Approved("二"), reviewer))
                .isEqualTo(new ReviewOutcome.NotReviewed(id, ReviewOutcome.Why.OWN_WORK));
        assertThat(declarations.review(id, new Review.Approved("二"), reviewer()))
                .isInstanceOf(ReviewOutcome.Reviewed.class);
    }

    @Test
    void theQueueComesInPagesInTheOrderOfArrival() throws IOException {
        var session = open();
        var first = accepted(session.registered("IN", key())).id();
        clock.advance(Duration.ofMinutes(1));
        var second = accepted(session.works("OUT", "513326", key())).id();
        var page = queue(session, Optional.empty(), 1);
        assertThat(page).extracting(DeclarationView::id).containsExactly(first);
        var next = queue(session, Optional.of(first), 1);
        assertThat(next).extracting(DeclarationView::id).containsExactly(second);
        assertThat(queue(session, Optional.of(second), 1)).isEmpty();
    }

    @Test
    void theApprovedAreTheDeclaredWithTheirRoute() throws IOException {
        var session = open();
        var in = accepted(session.registered("IN", key())).id();
        var out = accepted(session.works("OUT", "511133", key())).id();
        declarations.review(in, new Review.Approved("四(一)"), reviewer());
        declarations.review(out, new Review.Approved("四(二)"), reviewer());
        List<ApprovedDeclaration> approved = new ArrayList<>();
        declarations.approved(session.id(), approved::add);
        assertThat(approved)
                .extracting(ApprovedDeclaration::admissionNumber)
                .containsExactly("IN", "OUT");
        assertThat(approved)
                .extracting(a -> a.ground().route())
                .containsExactly(DeclaredGround.Route.ORDINARY, DeclaredGround.Route.REPLACEMENT);
    }

    @Test
    void theDatabaseHoldsTheSameLifeAsTheTable() {
        assertThat(steps.allowed()).containsExactlyInAnyOrderElementsOf(Life.TRANSITIONS);
    }

    @Test
    void whatTheTableDoesNotListDoesNotHappenInTheDatabaseEither() throws IOException {
        var session = open();
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                boolean listed =
                        Life.TRANSITIONS.stream().anyMatch(t -> t.from() == from && t.to() == to);
                assertThat(happens(session, from, to)).as(from + " → " + to).isEqualTo(listed);
            }
        }
    }

    private boolean happens(OpenSession session, Stage from, Stage to) {
        var id = accepted(session.registered("IN", key())).id();
        sql.sql("ALTER TABLE declaration.declaration DISABLE TRIGGER USER").update();
        move(id, from);
        sql.sql("ALTER TABLE declaration.declaration ENABLE TRIGGER USER").update();
        boolean happened;
        try {
            happened = move(id, to) == 1;
        } catch (DataAccessException refused) {
            happened = false;
        }
        sql.sql("ALTER TABLE declaration.declaration DISABLE TRIGGER USER").update();
        move(id, Stage.WITHDRAWN);
        sql.sql("ALTER TABLE declaration.declaration ENABLE TRIGGER USER").update();
        return happened;
    }

    private int move(DeclarationId id, Stage to) {
        return sql.sql(
                        "UPDATE declaration.declaration SET stage = :to, mend_until = CASE WHEN"
                                + " :to = 'RETURNED' THEN arrived_at END WHERE id = :id")
                .param("to", to.name())
                .param("id", id.value())
                .update();
    }

    private List<DeclarationView> queue(
            OpenSession session, Optional<DeclarationId> after, int limit) {
        return declarations.queue(session.id(), SICHUAN, Stage.SUBMITTED, after, limit, reviewer());
    }

    private OpenSession session() throws IOException {
        return OpenSession.of(YEARS.getAndIncrement() + "-1", exams, rosters, clock, folder);
    }

    private OpenSession open() throws IOException {
        var session = session();
        clock.moveTo(session.opens());
        return session;
    }

    private Accepted accepted(DeclarationForm form) {
        return (Accepted) declarations.submit(form);
    }

    private Refusal why(DeclarationForm form) {
        return ((Refused) declarations.submit(form)).why();
    }

    private static String key() {
        return "key-" + KEYS.incrementAndGet() + "-" + UUID.randomUUID();
    }
}
