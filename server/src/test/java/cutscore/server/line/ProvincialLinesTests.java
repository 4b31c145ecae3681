package cutscore.server.line;

import static cutscore.server.line.LineSession.QINGHAI;
import static cutscore.server.line.LineSession.SICHUAN;
import static cutscore.server.line.LineSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.kernel.score.Score;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.certificate.AwardOutcome;
import cutscore.server.certificate.Awards;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.publication.Announcement;
import cutscore.server.publication.Publications;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A line that differs by province and subject, as that of 社会工作者 2020 did. */
@ModuleTest
class ProvincialLinesTests {

    @LocalServerPort int port;
    @Autowired Snapshots snapshots;
    @Autowired Lines lines;
    @Autowired Publications publications;
    @Autowired Declarations declarations;
    @Autowired Awards awards;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Entropy entropy;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    @Test
    void eachProvinceHasAMarkForEachSubject() {
        var session = session();
        var sichuan = publish(session, new AreaScope.OfProvince(SICHUAN));
        var qinghai = publish(session, new AreaScope.OfProvince(QINGHAI));
        assertThat(marks(session, SICHUAN))
                .isEqualTo(
                        Map.of(
                                key(session, SICHUAN, 1), Score.of("42"),
                                key(session, SICHUAN, 2), Score.of("45")));
        assertThat(marks(session, QINGHAI))
                .isEqualTo(
                        Map.of(
                                key(session, QINGHAI, 1), Score.of("45"),
                                key(session, QINGHAI, 2), Score.of("42")));
        assertThat(lines.published(session.id())).hasSize(2);
        assertThat(lines.publishedFor(session.id(), new DivisionCode("540000"))).isEmpty();
        assertThat(sichuan.title().zh()).contains("四川省");
        assertThat(qinghai.title().zh()).contains("青海省");
        assertThat(publications.find(sichuan.id())).contains(sichuan);
    }

    @Test
    void theAnnouncementAndThePublicPageNameProvinceAndSubject() {
        var session = session();
        var announcement = publish(session, new AreaScope.OfProvince(SICHUAN));
        assertThat(announcement.province().orElseThrow().zh()).isEqualTo("四川省");
        var line = announcement.lines().getFirst();
        assertThat(line.subjects())
                .extracting(words -> words.zh())
                .containsExactly("科目一 42 分", "科目二 45 分");
        assertThat(announcement.text()).anyMatch(text -> text.zh().contains("四川省单独划线地区"));
        for (String page : List.of("/lines", "/announcements/" + announcement.number())) {
            assertThat(new Visitor(port).get(page).body()).contains("四川省").contains("科目一 42 分");
        }
        assertThat(publications.pdf(announcement.id())).isNotEmpty();
    }

    @Test
    void aPlaceHasOneLineAndAProvinceNoneBesideTheWholeCountrys() {
        var session = session();
        publish(session, new AreaScope.OfProvince(SICHUAN));
        var again = filed(session, new AreaScope.OfProvince(SICHUAN));
        var everywhere = filed(session, new AreaScope.Nationwide());
        refusedToPublish(again);
        refusedToPublish(everywhere);
        assertThatThrownBy(
                        () ->
                                sql.sql(
                                                "INSERT INTO line.publication (proposal, session,"
                                                    + " announcement, published_at) VALUES (?, ?,"
                                                    + " ?, now())")
                                        .params(
                                                everywhere.value(),
                                                session.id().value(),
                                                entropy.id())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_line_for_each_place");
    }

    @Test
    void theWholeCountrysLineHoldsInEveryProvince() {
        var session = session();
        var announcement = publish(session, new AreaScope.Nationwide());
        assertThat(announcement.province()).isEmpty();
        assertThat(lines.publishedFor(session.id(), SICHUAN))
                .isEqualTo(lines.publishedFor(session.id(), QINGHAI))
                .isPresent();
        refusedToPublish(filed(session, new AreaScope.OfProvince(SICHUAN)));
    }

    @Test
    void peopleOfAProvinceWithoutALineWaitForIt() {
        var session = opened();
        approve(session, "S0", "513326", SICHUAN);
        approve(session, "Q0", "632621", QINGHAI);
        LineSession.close((ScriptedClock) clock);
        publish(session, new AreaScope.OfProvince(SICHUAN));
        var first = awards.determine(session.id(), officer(Role.ANALYST));
        assertThat(first.outcomes()).containsEntry(AwardOutcome.AWARDED, 1L);
        publish(session, new AreaScope.OfProvince(QINGHAI));
        var second = awards.determine(session.id(), officer(Role.ANALYST));
        assertThat(second.outcomes()).containsEntry(AwardOutcome.AWARDED, 1L);
        assertThat(awards.totals(session.id())).containsEntry(AwardOutcome.AWARDED.word(), 2L);
    }

    private void approve(LineSession session, String number, String county, DivisionCode province) {
        var form =
                DeclarationForm.of(
                        session.id(),
                        number,
                        DeclaredGround.REGISTERED,
                        new DivisionCode(county),
                        true,
                        "provincial-" + number + session.id());
        assertThat(declarations.submit(form)).isInstanceOf(Submission.Accepted.class);
        var reviewer =
                new Officer(entropy.id(), "某某（虚构）", Set.of(Role.REVIEWER), Optional.of(province));
        var mine = declarations.of(session.id(), number).getFirst().id();
        declarations.review(mine, new Review.Approved("四(一)"), reviewer);
    }

    private Map<LineKey, Score> marks(LineSession session, DivisionCode province) {
        return lines.publishedFor(session.id(), province).orElseThrow().marks();
    }

    private static LineKey key(LineSession session, DivisionCode province, int subject) {
        return new LineKey(session.id(), "中级", Optional.of(province), Optional.of(subject));
    }

    private LineSession session() {
        var session = opened();
        LineSession.close((ScriptedClock) clock);
        return session;
    }

    private LineSession opened() {
        var session = LineSession.next(exams, rosters);
        session.announce(SICHUAN, exams, (ScriptedClock) clock);
        session.announce(QINGHAI, exams, (ScriptedClock) clock);
        return session;
    }

    private Announcement publish(LineSession session, AreaScope scope) {
        var proposed = publications.propose(filed(session, scope), officer(Role.PUBLISHER));
        return publications.confirm(proposed.id(), officer(Role.PUBLISHER));
    }

    private ProposalId filed(LineSession session, AreaScope scope) {
        return session.filed(scope, snapshots, lines, clock);
    }

    private void refusedToPublish(ProposalId id) {
        assertThatThrownBy(() -> publications.propose(id, officer(Role.PUBLISHER)))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        e -> assertThat(e.why()).isEqualTo(LineRefusal.ALREADY_PUBLISHED));
    }
}
