package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.merkle.ReceiptCheck;
import cutscore.kernel.seal.Json;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.exam.Round;
import cutscore.server.ledger.Act;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who declared with the registration is on a list, all of it or none; who is not has given up. */
@ModuleTest
class RegistrationListsTests {
    private static final SessionId SESSION = new SessionId("2048-2");
    private static final DivisionCode SICHUAN = OpenSession.SICHUAN;
    private static final String HEAD = "admission_number,ground,place\n";
    private static final String GOOD =
            HEAD + "IN,REGISTERED,\nWORKER,工作,513326\nMET,REGISTERED,513326\n";

    @Autowired RegistrationLists lists;
    @Autowired Declarations declarations;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    private final Officer lead = officer(Role.REVIEW_LEAD, SICHUAN);
    private final Officer second = officer(Role.REVIEW_LEAD, SICHUAN);

    @Test
    void aListIsConfirmedByASecondLeadAndEverybodyOnItHasDeclared() throws IOException {
        var opens = clock.instant();
        var closes = opens.plus(Duration.ofDays(10));
        open(opens, closes);
        var stated = opens.plus(Duration.ofDays(2));
        clock.moveTo(closes.plus(Duration.ofDays(60)));
        everyFaultIsReportedWithItsLineAndNothingStays(stated);

        var list = lists.enter(SESSION, stated, CsvSource.of("list", GOOD), lead);
        assertThat(list.rows()).isEqualTo(3);
        assertThat(list.setAside()).isEqualTo(1);
        assertThat(declarations.of(SESSION, "IN")).isEmpty();
        onlyAnotherLeadWhoHoldsTheSameFileConfirms(list);

        long before = ledger.size();
        var confirmed = confirmedWhileOthersAct(list);
        assertThat(confirmed.isConfirmed()).isTrue();
        assertThat(ledger.size()).isEqualTo(before + 3 + 1);
        var declared = declarations.of(SESSION, "WORKER").getFirst();
        assertThat(declared.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(declared.arrivedAt()).isEqualTo(stated);
        assertThat(declarations.of(SESSION, "MET")).isEmpty();
        itsProofSaysThatNoCommitmentWasAccepted(declared);
        assertThatThrownBy(() -> lists.confirm(list.id(), list.sha256(), 3, second))
                .isInstanceOf(Unreadable.class);
        whoIsNotOnItCanOnlyUseALateRound();
    }

    /** The judging is held up, as a long list would, and another act goes through meanwhile. */
    private RegistrationList confirmedWhileOthersAct(RegistrationList list) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var confirming =
                    transaction.execute(
                            _ -> {
                                sql.sql("LOCK TABLE declaration.registration_row").update();
                                var begun =
                                        threads.submit(
                                                () ->
                                                        lists.confirm(
                                                                list.id(),
                                                                list.sha256(),
                                                                3,
                                                                second));
                                waitsForTheRows();
                                sql.sql("SET LOCAL lock_timeout = '5s'").update();
                                var body = Json.object().put("meanwhile", true).build();
                                var act =
                                        new Act("test.meanwhile", clock.instant(), List.of(), body);
                                assertThat(ledger.append(act).index()).isPositive();
                                return begun;
                            });
            return confirming.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void waitsForTheRows() {
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until) {
            boolean waits =
                    sql.sql(
                                    """
                                    SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted
                                       AND relation = 'declaration.registration_row'::regclass)
                                    """)
                            .query(Boolean.class)
                            .single();
            if (waits) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the list was never read");
    }

    private void open(Instant opens, Instant closes) throws IOException {
        var publisher = officer(Role.PUBLISHER, null);
        exams.open(SESSION, LocalDate.of(2048, 11, 7), List.of("软件设计师"), publisher);
        var roster = rosters.importFile(SESSION, roster(), officer(Role.ANALYST, null));
        rosters.confirm(roster.id(), roster.sha256(), roster.totals(), publisher);
        announce(Round.AT_REGISTRATION, opens, closes);
    }

    private Path roster() throws IOException {
        String text =
                "admission_number,division_code,qualification,subject_1,subject_2,standing,"
                        + "identity_type,identity_number,name\n";
        int person = 1;
        for (String row :
                List.of(
                        "IN,513326,软件设计师,40,41,",
                        "WORKER,510107,软件设计师,40,41,",
                        "MET,513326,软件设计师,45,45,",
                        "AWAY,513326,软件设计师,40,41,")) {
            text += row + ",居民身份证,99010119910101000" + person++ + ",虚构\n";
        }
        return Files.writeString(folder.resolve("roster.csv"), text);
    }

    private void announce(Round round, Instant opens, Instant closes) {
        exams.announceWindow(
                SESSION,
                SICHUAN,
                round,
                new Window(opens.atOffset(Beijing.OFFSET), closes.atOffset(Beijing.OFFSET)),
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                officer(Role.PUBLISHER, null),
                officer(Role.PUBLISHER, null));
    }

    private void everyFaultIsReportedWithItsLineAndNothingStays(Instant stated) {
        var bad = HEAD + "IN,REGISTERED,\nNOBODY,REGISTERED,\nWORKER,WORKS,510107\n";
        var faults = faults(stated, bad);
        assertThat(faults).containsExactly(3L, 4L);
        assertThat(faults(stated, HEAD + "IN,ELSE,\nIN,REGISTERED,\nWORKER,WORKS,\n"))
                .containsExactly(2L, 3L, 4L);
        assertThat(faults(stated, "number\nIN\n")).isNotEmpty();
        assertThat(faults(stated, HEAD)).isNotEmpty();
        assertThat(faults(stated.plus(Duration.ofDays(30)), GOOD)).containsExactly(0L);
        assertThat(lists.of(lead).stream().filter(one -> one.session().equals(SESSION))).isEmpty();
    }

    private List<Long> faults(Instant stated, String file) {
        var refused =
                catchThrowableOfType(
                        Unreadable.class,
                        () -> lists.enter(SESSION, stated, CsvSource.of("list", file), lead));
        refused.faults().forEach(one -> assertThat(one.text()).doesNotContain("NOBODY"));
        return refused.faults().stream().map(cutscore.kernel.Fault::line).toList();
    }

    private void onlyAnotherLeadWhoHoldsTheSameFileConfirms(RegistrationList list) {
        var id = list.id();
        var sha = list.sha256();
        assertThatThrownBy(() -> lists.confirm(id, sha, 3, lead)).isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> lists.confirm(id, sha, 2, second)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> lists.confirm(id, "0".repeat(64), 3, second))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> lists.confirm(id, sha, 3, OpenSession.reviewer()))
                .isInstanceOf(AccessRefused.class);
        assertThat(declarations.of(SESSION, "IN")).isEmpty();
    }

    private void itsProofSaysThatNoCommitmentWasAccepted(DeclarationView declared) {
        ledger.publish();
        var proof = declarations.proof(declared.id(), "WORKER").orElseThrow();
        var report = ReceiptCheck.check(proof, ledger.key());
        assertThat(report.findings()).isEmpty();
        assertThat(report.declared().orElseThrow().canonical())
                .contains("\"commitmentAccepted\":false");
    }

    private void whoIsNotOnItCanOnlyUseALateRound() {
        assertThat(sent("away-key-1"))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        no -> assertThat(no.why()).isEqualTo(Refusal.NOT_WITH_REGISTRATION));
        var now = clock.instant();
        announce(Round.ORDINARY, now, now.plus(Duration.ofDays(1)));
        assertThat(sent("away-key-2")).isInstanceOf(Submission.Refused.class);
        announce(Round.LATE, now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)));
        clock.moveTo(now.plus(Duration.ofDays(2)));
        assertThat(sent("away-key-3")).isInstanceOf(Submission.Accepted.class);
        // A late round lets nobody withdraw what was declared in another.
        var listed = declarations.of(SESSION, "IN").getFirst();
        assertThat(declarations.withdraw(listed.id(), "IN")).contains(Refusal.WINDOW_CLOSED);
    }

    private Submission sent(String key) {
        return declarations.submit(
                DeclarationForm.of(
                        SESSION,
                        "AWAY",
                        cutscore.server.exam.DeclaredGround.REGISTERED,
                        OpenSession.DAOFU,
                        true,
                        key));
    }
}
