package cutscore.server.line;

import static cutscore.server.line.LineSession.QINGHAI;
import static cutscore.server.line.LineSession.SICHUAN;
import static cutscore.server.line.LineSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Entropy;
import cutscore.server.ModuleTest;
import cutscore.server.access.Colleagues;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.Visitor;
import cutscore.server.certificate.Awards;
import cutscore.server.certificate.BatchId;
import cutscore.server.certificate.Certificates;
import cutscore.server.certificate.NotIssued;
import cutscore.server.database.ScriptedClock;
import cutscore.server.declaration.DeclarationForm;
import cutscore.server.declaration.Declarations;
import cutscore.server.declaration.Review;
import cutscore.server.declaration.Submission;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.Exams;
import cutscore.server.publication.Publications;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Awards are determined, batches prepared by one officer of a province and approved by another. */
@ModuleTest
class BatchPagesTests {
    private static final String LIST = "/national/batches";

    @LocalServerPort int port;
    @Autowired Snapshots snapshots;
    @Autowired Lines lines;
    @Autowired Publications publications;
    @Autowired Declarations declarations;
    @Autowired Awards awards;
    @Autowired Certificates certificates;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;
    @Autowired Entropy entropy;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    @Test
    void anAnalystDeterminesAndTwoOfficersOfTheProvinceIssue() {
        var session = published();
        var form = Map.of("session", session.id().value());
        var analyst = signedIn(Role.ANALYST, Optional.empty());
        var reviewer = signedIn(Role.REVIEWER, Optional.of(SICHUAN));
        var lead = signedIn(Role.REVIEW_LEAD, Optional.of(SICHUAN));
        assertThat(analyst.post(LIST, form).statusCode()).isEqualTo(403);
        assertThat(reviewer.post(LIST + "/determination", form).statusCode()).isEqualTo(403);
        assertThat(analyst.post(LIST + "/determination", form).statusCode()).isEqualTo(302);
        var again = analyst.post(LIST + "/determination", form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("没有还未确定结果的人");
        assertThat(reviewer.get(LIST).body()).contains("准备一批（1 张）").contains("有科目未达到单独划线合格标准");

        String batch = location(reviewer.post(LIST, form));
        assertThat(location(reviewer.post(LIST, form))).endsWith(LIST);
        assertThat(reviewer.get(batch).body()).doesNotContain("批准，发放");
        assertThat(reviewer.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(403);
        assertThat(analyst.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(403);
        var stranger = signedIn(Role.REVIEW_LEAD, Optional.of(QINGHAI));
        assertThat(stranger.get(batch).statusCode()).isEqualTo(404);
        assertThat(stranger.get(LIST).body()).doesNotContain(batch);
        assertThat(stranger.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(404);
        assertThat(certificates.live(session.id())).isEmpty();

        assertThat(lead.get(batch).body()).contains("批准，发放 1 张");
        assertThat(lead.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(302);
        assertThat(lead.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(302);
        var number = issued(session);
        assertThat(analyst.get(batch).body()).contains(number).contains("已发放");
        assertThat(acts("certificate.batch-approved", batch)).isEqualTo(1);
        assertThat(acts("certificate.issued", batch)).isEqualTo(1);
        var third = signedIn(Role.REVIEW_LEAD, Optional.of(SICHUAN));
        assertThat(third.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void whoPreparedABatchDoesNotApproveIt() {
        var session = determined();
        var lead = signedIn(Role.REVIEW_LEAD, Optional.of(SICHUAN));
        String batch = location(lead.post(LIST, Map.of("session", session.id().value())));
        assertThat(lead.get(batch).body()).contains("要由另一名负责人批准").doesNotContain("批准，发放");
        assertThat(lead.post(batch + "/approval", Map.of()).statusCode()).isEqualTo(409);
        assertThat(lead.post(batch + "/issuing", Map.of()).statusCode()).isEqualTo(422);
        assertThat(certificates.live(session.id())).isEmpty();
    }

    @Test
    void aBatchWhoseListWasTamperedWithIsNotApproved() {
        var session = determined();
        var id = prepared(session);
        sql.sql("UPDATE certificate.award SET outcome = 'below-line', route = NULL" + of(id))
                .update();
        assertThatThrownBy(() -> certificates.approve(id, sichuan(Role.REVIEW_LEAD)))
                .isInstanceOfSatisfying(
                        NotIssued.class,
                        e -> assertThat(e.why()).isEqualTo(NotIssued.Why.BATCH_DIFFERS));
        sql.sql("UPDATE certificate.award SET outcome = 'awarded', route = 'ordinary'" + of(id))
                .update();
        certificates.approve(id, sichuan(Role.REVIEW_LEAD));
    }

    @Test
    void aBatchThatStoppedHalfwayGoesOnFromItsPage() {
        var session = determined();
        var id = prepared(session);
        certificates.approve(id, sichuan(Role.REVIEW_LEAD));
        var lead = signedIn(Role.REVIEW_LEAD, Optional.of(SICHUAN));
        assertThat(lead.get(LIST + "/" + id).body()).contains("没有发完").contains("继续发放");
        assertThat(lead.post(LIST + "/" + id + "/issuing", Map.of()).statusCode()).isEqualTo(302);
        assertThat(lead.get(LIST + "/" + id).statusCode()).isEqualTo(200);
        assertThat(issued(session)).isNotEmpty();
        assertThat(acts("certificate.issued", id.toString())).isEqualTo(1);
    }

    @Test
    void nothingIsDeterminedBeforeALineIsPublished() {
        var session = reviewed();
        var analyst = signedIn(Role.ANALYST, Optional.empty());
        var sent = analyst.post(LIST + "/determination", Map.of("session", session.id().value()));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("标准还没有公布");
        assertThat(analyst.get(LIST).body()).doesNotContain("s-" + session.id().value());
    }

    private BatchId prepared(LineSession session) {
        return certificates
                .prepare(session.id(), SICHUAN, sichuan(Role.REVIEWER))
                .batch()
                .orElseThrow();
    }

    private LineSession determined() {
        var session = published();
        awards.determineRest(session.id(), officer(Role.ANALYST));
        return session;
    }

    private LineSession published() {
        var session = reviewed();
        var line = session.filed(new AreaScope.OfProvince(SICHUAN), snapshots, lines, clock);
        var proposed = publications.propose(line, officer(Role.PUBLISHER));
        publications.confirm(proposed.id(), officer(Role.PUBLISHER));
        return session;
    }

    /** One who reaches the line and one who does not, both approved. */
    private LineSession reviewed() {
        var session = LineSession.next(exams, rosters);
        session.announce(SICHUAN, exams, (ScriptedClock) clock);
        approve(session, "S0");
        approve(session, "S5");
        LineSession.close((ScriptedClock) clock);
        return session;
    }

    private void approve(LineSession session, String number) {
        var form =
                DeclarationForm.of(
                        session.id(),
                        number,
                        DeclaredGround.REGISTERED,
                        new DivisionCode("513326"),
                        true,
                        "batches-" + number + session.id());
        assertThat(declarations.submit(form)).isInstanceOf(Submission.Accepted.class);
        var mine = declarations.of(session.id(), number).getFirst().id();
        declarations.review(mine, new Review.Approved("四(一)"), sichuan(Role.REVIEWER));
    }

    private Officer sichuan(Role role) {
        return new Officer(entropy.id(), "某某（虚构）", Set.of(role), Optional.of(SICHUAN));
    }

    private Visitor signedIn(Role role, Optional<DivisionCode> province) {
        var staff = Colleagues.of(officers, demo);
        return staff.signedIn(staff.open(role, province), port);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        var at = answer.headers().firstValue("Location").orElseThrow();
        return at.substring(at.indexOf(LIST));
    }

    /** Waits for the background, at most half a minute; the first number as it is printed. */
    private String issued(LineSession session) {
        for (int i = 0; i < 300 && certificates.live(session.id()).isEmpty(); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
        return certificates.live(session.id()).getFirst().printed();
    }

    private static String of(BatchId batch) {
        return " WHERE declaration IN (SELECT declaration FROM certificate.batch_award WHERE"
                + " batch = '"
                + batch
                + "')";
    }

    private long acts(String kind, String batch) {
        var id = UUID.fromString(batch.substring(batch.length() - 36));
        return sql.sql(
                        "SELECT count(*) FROM ledger.entry WHERE kind = ? AND"
                                + " convert_from(bytes, 'UTF8') LIKE ?")
                .params(kind, "%" + id + "%")
                .query(Long.class)
                .single();
    }
}
