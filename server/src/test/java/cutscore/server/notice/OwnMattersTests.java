package cutscore.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.SessionId;
import cutscore.server.ModuleTest;
import cutscore.server.access.Contact;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.Appeals;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.DeclarationId;
import cutscore.server.declaration.DeclarationReopening;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.OpenSession;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.Submission.Accepted;
import cutscore.server.exam.Exams;
import cutscore.server.roster.Rosters;
import cutscore.server.voice.Corrections;
import cutscore.server.voice.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to one's own declaration and requests, told to that person alone. */
@ModuleTest
class OwnMattersTests {
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired ScriptedClock clock;
    @Autowired Declarations declarations;
    @Autowired Appeals appeals;
    @Autowired Corrections corrections;
    @Autowired Expansion expansion;
    @Autowired Reminders reminders;
    @Autowired PersonTable people;
    @Autowired ApplicationEventPublisher events;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    private final Officer lead = OpenSession.officer(Role.REVIEW_LEAD, OpenSession.SICHUAN);

    @Test
    void whoeverWasAskedToMendIsRemindedUntilTheyDidAndEverythingElseIsToldOnce()
            throws IOException {
        var open = OpenSession.of("2034-2", exams, rosters, clock, folder);
        clock.moveTo(open.opens());
        var in = declared(open.registered("IN", "tell-key-in-1"));
        var out = declared(open.works("OUT", "513326", "tell-key-out-1"));
        var gansu = declared(open.works("GANSU", "513326", "tell-key-gansu-1"));
        var ten = clock.instant().plus(Duration.ofDays(10));
        returned(in, ten);
        returned(out, ten);
        returned(gansu, clock.instant().plus(Duration.ofDays(2)));
        declarations.resubmit(out, open.works("OUT", "513326", "tell-key-out-2"));
        round();
        assertThat(told(open.id(), "IN"))
                .containsExactly("DECLARATION_RECEIVED", "DECLARATION_RETURNED");
        clock.advance(Duration.ofDays(1));
        round();
        assertThat(told(open.id(), "GANSU")).hasSize(3).last().isEqualTo("MEND_DEADLINE");
        people.stop(rosters.find(open.id(), "IN").orElseThrow().person());
        clock.moveTo(ten.minus(Duration.ofDays(3)).minusSeconds(1));
        round();
        assertThat(told(open.id(), "IN")).hasSize(2);
        for (int days : List.of(3, 1)) {
            clock.moveTo(ten.minus(Duration.ofDays(days)));
            round();
            round();
        }
        assertThat(told(open.id(), "IN")).hasSize(4).endsWith("MEND_DEADLINE", "MEND_DEADLINE");
        assertThat(told(open.id(), "OUT")).hasSize(2);
        assertThat(told(open.id(), "GANSU")).hasSize(3);
        andThenTheRest(open, out);
    }

    private void andThenTheRest(OpenSession open, DeclarationId out) {
        declarations.review(out, new Review.Rejected("不符合", "四(一)"), OpenSession.reviewer());
        appeals.set(open.id(), 5, "本机构决定", lead);
        var mine = declarations.latest(open.id(), "OUT").orElseThrow();
        assertThat(appeals.appeal(mine, "OUT", "我有证明")).isEmpty();
        declarations.review(out, new Review.Approved("四(一)"), OpenSession.reviewer());
        events.publishEvent(new DeclarationReopening(out, open.id(), "OUT"));
        declarations.review(out, new Review.Approved("四(一)"), OpenSession.reviewer());
        var asked = corrections.ask(open.id(), "OUT", Fact.NAME, "虚构丙", "", "tell-correct-1");
        corrections.answer(asked.id(), false, "名册与报名表一致", "", lead);
        round();
        round();
        assertThat(told(open.id(), "OUT"))
                .containsExactly(
                        "DECLARATION_RECEIVED",
                        "DECLARATION_RETURNED",
                        "DECLARATION_DECIDED",
                        "APPEAL_DECIDED",
                        "DECLARATION_REOPENED",
                        "CORRECTION_ANSWERED");
        assertThat(texts(open.id()))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContain(
                                                "虚构", "OUT", "GANSU", "不符合", "一致", "40", "41"));
    }

    @Test
    void whatEndsARightWhenUnreadCannotBeStopped() {
        assertThat(Kind.values())
                .filteredOn(kind -> !kind.mayBeStopped())
                .containsExactlyInAnyOrder(
                        Kind.DECLARATION_RETURNED,
                        Kind.MEND_DEADLINE,
                        Kind.DECLARATION_REOPENED,
                        Kind.ACCOUNT_CHANGED,
                        Kind.CODE);
        var no = new PersonTable.Choice(Kind.LINE_PUBLISHED, Contact.Channel.EMAIL, false);
        assertThat(PersonTable.isWanted(List.of(no), no.kind(), no.channel())).isFalse();
        assertThat(Kind.always().zh()).contains("补正快截止了").doesNotContain("线公布了");
    }

    private DeclarationId declared(DeclarationForm form) {
        return ((Accepted) declarations.submit(form)).id();
    }

    private void returned(DeclarationId id, Instant until) {
        declarations.review(
                id, new Review.Returned("合同不清楚", "四(二)", until), OpenSession.reviewer());
    }

    private void round() {
        expansion.run();
        reminders.run();
    }

    private List<String> told(SessionId session, String number) {
        return sql.sql(
                        """
                        SELECT kind FROM notice.message
                        WHERE session = ? AND admission_number = ? ORDER BY created_at
                        """)
                .params(session.value(), number)
                .query(String.class)
                .list();
    }

    private List<String> texts(SessionId session) {
        return sql.sql(
                        """
                        SELECT title_zh || text_zh || title_en || text_en || path
                        FROM notice.message WHERE session = ?
                        """)
                .param(session.value())
                .query(String.class)
                .list();
    }
}
