package cutscore.server.declaration;

import static cutscore.server.declaration.OpenSession.SICHUAN;
import static cutscore.server.declaration.OpenSession.officer;
import static cutscore.server.declaration.OpenSession.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.ReviewOutcome.Why;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.roster.Rosters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "test.room=bench")
class AppealsTests {
    /** In a room of their own: sessions of lines take the second halves of years elsewhere. */
    private static final int FIRST_YEAR = 2080;

    private static final AtomicInteger SESSIONS = new AtomicInteger();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Decision APPROVE = Decision.of(new Review.Approved("四(一)"));

    @Autowired Declarations declarations;
    @Autowired Bench bench;
    @Autowired Appeals appeals;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Ledger ledger;
    @Autowired ScriptedClock clock;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private final Officer reviewer = reviewer();
    private final Officer colleague = reviewer();
    private final Officer lead = officer(Role.REVIEW_LEAD, SICHUAN);

    @Test
    void whereNothingIsSetThereIsNoAppeal() throws IOException {
        var session = open();
        var id = rejected(session, "IN");
        var mine = view(session, "IN");
        assertThat(appeals.standing(mine, clock.instant()))
                .isInstanceOf(AppealStanding.NotSet.class);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).contains(Refusal.NO_APPEAL);
        appeals.set(session.id(), 0, "本机构决定：不复审", lead);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).contains(Refusal.NO_APPEAL);
        assertThat(stage(id)).isEqualTo(Stage.REJECTED);
    }

    @Test
    void anAppealInItsDaysGoesToAnotherOfficerOnce() throws IOException {
        var session = open();
        var id = rejected(session, "IN");
        assertThatThrownBy(() -> appeals.set(session.id(), 5, "决定", reviewer))
                .isInstanceOf(AccessRefused.class);
        appeals.set(session.id(), 5, "本机构决定", lead);
        var mine = view(session, "IN");
        var open = (AppealStanding.Open) appeals.standing(mine, clock.instant());
        assertThat(appeals.standing(mine, open.until().plusSeconds(1)))
                .isInstanceOf(AppealStanding.Over.class);
        clock.moveTo(open.until());
        assertThatThrownBy(() -> appeals.appeal(mine, "OUT", "我有证明"))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(appeals.appeal(mine, "IN", "我有证明")).isEmpty();
        assertThat(appeals.appeal(mine, "IN", "再一次")).contains(Refusal.APPEALED);
        assertThat(entry(ledger.size() - 1)).contains("appealCommitment").doesNotContain("证明");
        assertThat(bench.hold(id, APPROVE, reviewer)).contains(Why.DECIDED_BEFORE);
        assertThat(pile(session, Pile.APPEALS, reviewer)).isEmpty();
        assertThat(pile(session, Pile.APPEALS, colleague)).containsExactly(id);
        bench.decide(id, Decision.of(new Review.Rejected("仍不符合", "四(一)")), colleague);
        assertThat(appeals.appeal(view(session, "IN"), "IN", "第三次")).contains(Refusal.APPEALED);
    }

    @Test
    void whoDeclaredAgainMeanwhileDoesNotAppeal() throws IOException {
        var session = open();
        rejected(session, "IN");
        appeals.set(session.id(), 5, "本机构决定", lead);
        declared(session, "TWICE");
        assertThat(appeals.appeal(view(session, "IN"), "IN", "我有证明"))
                .contains(Refusal.ALREADY_DECLARED);
    }

    private DeclarationId rejected(OpenSession session, String number) {
        var id = declared(session, number);
        declarations.review(id, new Review.Rejected("不符合", "四(一)"), reviewer);
        return id;
    }

    private String entry(long index) {
        return new String(
                sql.sql("SELECT bytes FROM ledger.entry WHERE index = ?")
                        .param(index)
                        .query((row, _) -> row.getBytes(1))
                        .single(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private Stage stage(DeclarationId id) {
        return declarations.find(id, colleague).orElseThrow().stage();
    }

    private DeclarationView view(OpenSession session, String number) {
        return declarations.of(session.id(), number).getFirst();
    }

    private List<DeclarationId> pile(OpenSession session, Pile pile, Officer by) {
        return bench.next(session.id(), SICHUAN, pile, Optional.empty(), false, 9, by).stream()
                .map(QueuedCase::id)
                .toList();
    }

    private DeclarationId declared(OpenSession session, String number) {
        return accepted(session.registered(number, key()));
    }

    private DeclarationId accepted(DeclarationForm form) {
        return ((Submission.Accepted) declarations.submit(form)).id();
    }

    private OpenSession open() throws IOException {
        int n = SESSIONS.getAndIncrement();
        var session = OpenSession.of((FIRST_YEAR + n) + "-2", exams, rosters, clock, folder);
        clock.moveTo(session.opens());
        return session;
    }

    private static String key() {
        return "bench-" + KEYS.incrementAndGet() + "-" + UUID.randomUUID();
    }
}
