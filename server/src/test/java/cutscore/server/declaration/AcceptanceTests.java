package cutscore.server.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import cutscore.server.database.Arrivals;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm.EvidenceOf;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.declaration.Submission.Refused;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many forms in one transaction: each is answered as if it had come alone. */
@ModuleTest
@Import(AcceptanceTests.Listening.class)
class AcceptanceTests {
    private static final int TOGETHER = 9;
    private static final int PEOPLE = 4000;

    @Autowired Acceptance acceptance;
    @Autowired Intake intake;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @Autowired Listener listener;
    @TempDir static Path folder;

    private static Optional<CrowdedSession> opened = Optional.empty();
    private static int people;
    private CrowdedSession session;

    @TestConfiguration
    static class Listening {
        @Bean
        Listener submissionListener() {
            return new Listener();
        }
    }

    /** Sees every submission inside its transaction. */
    static class Listener {
        private String refuses = "";
        private List<Waiting> unanswered = List.of();

        @EventListener
        void on(DeclarationSubmitted submitted) {
            assertThat(unanswered).noneMatch(Waiting::isAnswered);
            if (submitted.admissionNumber().equals(refuses)) {
                throw new IllegalArgumentException("the listener cannot take this one");
            }
        }
    }

    @BeforeEach
    void aCrowd() throws IOException {
        if (opened.isEmpty()) {
            opened =
                    Optional.of(
                            CrowdedSession.of(
                                    "2046-1", PEOPLE, exams, rosters, clock.instant(), folder));
        }
        session = opened.get();
    }

    @AfterEach
    void nobodyRefuses() {
        listener.refuses = "";
        listener.unanswered = List.of();
    }

    @Test
    void whatTheGateRefusesLeavesItsNeighboursAlone() {
        for (int at = 0; at < TOGETHER; at++) {
            var waiting = strangers();
            waiting.set(at, waits(session.form(PEOPLE + 1, key())));
            acceptance.serve(waiting);
            expectOnly(waiting, at, Refusal.NOT_ON_ROSTER);
        }
    }

    @Test
    void aPersonWhoDeclaredBeforeLeavesItsNeighboursAlone() {
        int before = person();
        accepted(session.form(before, key()));
        for (int at = 0; at < TOGETHER; at++) {
            var waiting = strangers();
            waiting.set(at, waits(session.form(before, key())));
            acceptance.serve(waiting);
            expectOnly(waiting, at, Refusal.ALREADY_DECLARED);
        }
    }

    @Test
    void aUsedKeyLeavesItsNeighboursAlone() {
        String used = key();
        accepted(session.form(person(), used));
        for (int at = 0; at < TOGETHER; at++) {
            var waiting = strangers();
            waiting.set(at, waits(session.form(person(), used)));
            acceptance.serve(waiting);
            expectOnly(waiting, at, Refusal.KEY_REUSED);
        }
    }

    @Test
    void ofOnePersonsTwoFormsTheEarlierCounts() {
        for (int at = 1; at < TOGETHER; at++) {
            var waiting = strangers();
            int first = person();
            waiting.set(0, waits(session.form(first, key())));
            // The same identity number under the roster's next admission number.
            waiting.set(at, waits(session.form(first + 1, key())));
            acceptance.serve(waiting);
            expectOnly(waiting, at, Refusal.ALREADY_DECLARED);
        }
    }

    @Test
    void aFileGoesWithOneDeclaration() {
        var file = new EvidenceOf("other", UUID.randomUUID());
        accepted(session.form(person(), key(), "", List.of(file)));
        for (int at = 0; at < TOGETHER; at++) {
            var waiting = strangers();
            waiting.set(at, waits(session.form(person(), key(), "", List.of(file))));
            acceptance.serve(waiting);
            expectOnly(waiting, at, Refusal.EVIDENCE_USED);
        }
    }

    @Test
    void whatTheDatabaseRefusesFailsAlone() {
        // Longer than the column allows, and a sign no PostgreSQL text may hold.
        for (String employer : List.of("长".repeat(121), "a\u0000b")) {
            for (int at = 0; at < TOGETHER; at++) {
                var waiting = strangers();
                waiting.set(at, waits(session.form(person(), key(), employer, List.of())));
                acceptance.serve(waiting);
                expectFailsAlone(waiting, at);
            }
        }
    }

    @Test
    void aListenerThatFailsForOneFailsForThatOneOnly() {
        for (int at = 0; at < TOGETHER; at++) {
            var waiting = strangers();
            listener.refuses = waiting.get(at).form().admissionNumber();
            acceptance.serve(waiting);
            expectFailsAlone(waiting, at);
        }
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() {
        var waiting = strangers();
        listener.unanswered = waiting;
        acceptance.serve(waiting);
        assertThat(waiting).allMatch(Waiting::isAnswered);
    }

    @Test
    void anyMixtureIsAnsweredAsOneByOne() {
        long seed = new Random().nextInt();
        System.out.println("start number " + seed);
        var random = new Random(seed);
        long acts = ledger.size();
        int accepted = 0;
        for (int round = 0; round < 20; round++) {
            var waiting = new ArrayList<Waiting>();
            int crowd = 1 + random.nextInt(40);
            int first = person();
            for (int i = 1; i < crowd; i++) {
                person();
            }
            for (int i = 0; i < crowd; i++) {
                String employer = random.nextInt(9) == 0 ? "长".repeat(121) : "";
                int who = first + 2 * random.nextInt(crowd) + random.nextInt(2);
                String key = "mix-" + seed + "-" + round + "-" + random.nextInt(crowd);
                waiting.add(waits(session.form(who, key, employer, List.of())));
            }
            acceptance.serve(waiting);
            accepted += check(waiting);
        }
        assertThat(ledger.size()).as("start number %d", seed).isEqualTo(acts + accepted);
    }

    /** One declaration for each key and person; answers how many there are. */
    private int check(List<Waiting> waiting) {
        var receipts = new java.util.HashMap<String, DeclarationForm>();
        var people = new java.util.HashSet<Integer>();
        for (var one : waiting) {
            if (outcome(one) instanceof Accepted accepted) {
                var before = receipts.putIfAbsent(accepted.receipt(), one.form());
                assertThat(before == null || before.equals(one.form())).isTrue();
                if (before == null) {
                    int number = Integer.parseInt(one.form().admissionNumber().substring(1));
                    assertThat(people.add(number / 2)).isTrue();
                }
            }
        }
        return receipts.size();
    }

    @Test
    void hundredsOfRacingDuplicatesAreOneDeclaration() throws Exception {
        String key = key();
        var form = session.form(person(), key);
        long acts = ledger.size();
        List<Callable<Submission>> crowd = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            crowd.add(() -> intake.submit(form));
        }
        var answers = new java.util.HashSet<Submission>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(crowd)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1).allMatch(Accepted.class::isInstance);
        assertThat(ledger.size()).isEqualTo(acts + 1);
    }

    @Test
    void whoPressesTwiceIsToldTheSameTwice() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 150; i++) {
                var form = session.form(person(), key());
                Callable<Submission> press = () -> intake.submit(form);
                var answers = new java.util.HashSet<Submission>();
                for (var answer : threads.invokeAll(List.of(press, press, press))) {
                    answers.add(answer.get());
                }
                assertThat(answers).hasSize(1).allMatch(Accepted.class::isInstance);
            }
        }
    }

    @Test
    void withoutTheUniqueIndexADoubledPersonWouldNotBeNoticedByTheDatabase() throws Exception {
        // The control: the index is the guard, and this is what its absence looks like.
        int who = person();
        sql.sql("DROP INDEX declaration.one_active_declaration").update();
        try {
            accepted(session.form(who, key()));
            sql.sql(
                            """
                            INSERT INTO declaration.declaration
                                (id, receipt, idempotency_key, ledger_index, session,
                                 admission_number, person, qualification, ground, place, province,
                                 claim_window, stage, form_sha256, arrived_at, commitment)
                            SELECT gen_random_uuid(), 'SB-0000-0000-0000-0000', :key, 9000000000,
                                 session, admission_number, person, qualification, ground, place,
                                 province, claim_window, stage, form_sha256, arrived_at, commitment
                            FROM declaration.declaration d WHERE admission_number = :who
                                AND session = '2046-1'
                            """)
                    .param("key", key())
                    .param("who", CrowdedSession.number(who))
                    .update();
            assertThat(active(who)).isEqualTo(2);
        } finally {
            sql.sql(
                            "UPDATE declaration.declaration SET stage = 'WITHDRAWN'"
                                    + " WHERE ledger_index = 9000000000")
                    .update();
            sql.sql(
                            """
                            CREATE UNIQUE INDEX one_active_declaration
                            ON declaration.declaration (session, qualification, person)
                            WHERE stage IN ('SUBMITTED', 'RETURNED', 'APPROVED')
                            """)
                    .update();
        }
        assertThat(active(who)).isEqualTo(1);
    }

    private long active(int who) {
        return sql.sql(
                        "SELECT count(*) FROM declaration.declaration WHERE session = '2046-1'"
                                + " AND admission_number = ? AND stage = 'SUBMITTED'")
                .param(CrowdedSession.number(who))
                .query(Long.class)
                .single();
    }

    /** As many forms of people who have not declared. */
    private List<Waiting> strangers() {
        var waiting = new ArrayList<Waiting>();
        for (int i = 0; i < TOGETHER; i++) {
            waiting.add(waits(session.form(person(), key())));
        }
        return waiting;
    }

    private static Waiting waits(DeclarationForm form) {
        return new Waiting(form, new Arrivals.Stamp(System.nanoTime(), null));
    }

    private void expectOnly(List<Waiting> waiting, int at, Refusal why) {
        for (int i = 0; i < waiting.size(); i++) {
            var said = outcome(waiting.get(i));
            if (i == at) {
                assertThat(said).isEqualTo(new Refused(why, clock.instant()));
            } else {
                assertThat(said).as("%d beside %d", i, at).isInstanceOf(Accepted.class);
            }
        }
    }

    private static void expectFailsAlone(List<Waiting> waiting, int at) {
        for (int i = 0; i < waiting.size(); i++) {
            var said = outcome(waiting.get(i));
            assertThat(said)
                    .as("%d beside %d", i, at)
                    .isInstanceOf(i == at ? RuntimeException.class : Accepted.class);
        }
    }

    private static Object outcome(Waiting waiting) {
        try {
            return waiting.await(Duration.ofSeconds(1));
        } catch (RuntimeException failed) {
            return failed;
        }
    }

    private void accepted(DeclarationForm form) {
        assertThat(intake.submit(form)).isInstanceOf(Accepted.class);
    }

    private static int person() {
        people += 2;
        return people;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
