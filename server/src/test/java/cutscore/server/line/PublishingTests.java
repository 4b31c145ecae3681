package cutscore.server.line;

import static cutscore.server.line.LineSession.SICHUAN;
import static cutscore.server.line.LineSession.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.rule.LineRule;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Colleagues;
import cutscore.server.access.DemoAccounts;
import cutscore.server.access.Officer;
import cutscore.server.access.Officers;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.access.Visitor;
import cutscore.server.database.ScriptedClock;
import cutscore.server.exam.Exams;
import cutscore.server.ledger.Ledger;
import cutscore.server.publication.ProposedPublication;
import cutscore.server.publication.PublicationRefused;
import cutscore.server.publication.Publications;
import cutscore.server.roster.Rosters;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A filed line is published by two publishers, and only as it was filed. */
@ModuleTest
class PublishingTests {
    private static final String LIST = "/national/publications";
    private static final Pattern PROPOSED = Pattern.compile("name=\"proposed\" value=\"([^\"]+)\"");

    @LocalServerPort int port;
    @Autowired Snapshots snapshots;
    @Autowired Lines lines;
    @Autowired Publications publications;
    @Autowired Ledger ledger;
    @Autowired Exams exams;
    @Autowired Rosters rosters;
    @Autowired Officers officers;
    @Autowired DemoAccounts demo;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    private final Officer first = officer(Role.PUBLISHER);
    private final Officer second = officer(Role.PUBLISHER);

    @Test
    void whoProposesAPublicationDoesNotConfirmIt() {
        var line = filed();
        assertThatThrownBy(() -> publications.propose(line, officer(Role.ANALYST)))
                .isInstanceOf(AccessRefused.class);
        var waiting = publications.propose(line, first);
        long before = ledger.size();
        assertThatThrownBy(() -> publications.confirm(waiting.id(), first))
                .isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> publications.confirm(waiting.id(), officer(Role.ANALYST)))
                .isInstanceOf(AccessRefused.class);
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(lines.find(line).orElseThrow()).isInstanceOf(LineState.Filed.class);
        var announcement = publications.confirm(waiting.id(), second);
        assertThat(lines.find(line).orElseThrow()).isInstanceOf(LineState.Published.class);
        assertThat(entry(announcement.ledgerIndex()))
                .contains("line.published", first.id().toString(), second.id().toString());
    }

    @Test
    void whatIsSentTwiceIsProposedOnceAndPublishedOnce() {
        var line = filed();
        var waiting = publications.propose(line, first);
        assertThat(publications.propose(line, first)).isEqualTo(waiting);
        assertThat(publications.propose(line, second)).isEqualTo(waiting);
        var announcement = publications.confirm(waiting.id(), second);
        long after = ledger.size();
        assertThat(publications.confirm(waiting.id(), second)).isEqualTo(announcement);
        assertThat(ledger.size()).isEqualTo(after);
        refused(PublicationRefused.Why.PROPOSAL_GONE, waiting, officer(Role.PUBLISHER));
        assertThatThrownBy(() -> publications.takeBack(waiting.id(), first))
                .isInstanceOf(PublicationRefused.class);
    }

    @Test
    void aProposalTakenBackIsNotConfirmedAndTheLineIsProposedAgain() {
        var line = filed();
        var waiting = publications.propose(line, first);
        publications.takeBack(waiting.id(), second);
        publications.takeBack(waiting.id(), second);
        refused(PublicationRefused.Why.PROPOSAL_GONE, waiting, second);
        var again = publications.propose(line, second);
        assertThat(again.id()).isNotEqualTo(waiting.id());
        assertThat(publications.confirm(again.id(), first).proposal()).isEqualTo(line);
    }

    @Test
    void aDossierThatIsNotWhatTheLedgerHoldsIsNotPublished() {
        var line = filed();
        var waiting = publications.propose(line, first);
        tamper(line, "dossier || convert_to(' ', 'UTF8')");
        assertThatThrownBy(() -> publications.confirm(waiting.id(), second))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        e -> assertThat(e.why()).isEqualTo(LineRefusal.DOSSIER_CHANGED));
        assertThat(publications.waiting()).contains(waiting);
        tamper(line, "substring(dossier FOR length(dossier) - 1)");
        assertThat(publications.confirm(waiting.id(), second).proposal()).isEqualTo(line);
    }

    @Test
    void anAnnouncementThatReadsDifferentlyNowIsNotConfirmed() {
        var line = filed();
        var waiting = publications.propose(line, first);
        sql.sql("ALTER TABLE publication.proposed DISABLE TRIGGER settle_once").update();
        sql.sql("UPDATE publication.proposed SET text_digest = repeat('0', 64) WHERE id = ?")
                .param(waiting.id())
                .update();
        sql.sql("ALTER TABLE publication.proposed ENABLE TRIGGER settle_once").update();
        refused(PublicationRefused.Why.TEXT_CHANGED, waiting, second);
        assertThat(lines.find(line).orElseThrow()).isInstanceOf(LineState.Filed.class);
        assertThatThrownBy(() -> sql.sql("DELETE FROM publication.proposed").update())
                .hasMessageContaining("keeps what was written");
    }

    @Test
    void thePreviewIsTheAnnouncementWordForWord() {
        var line = filed();
        var preview = publications.preview(line);
        var published = publications.confirm(publications.propose(line, first).id(), second);
        assertThat(published.title()).isEqualTo(preview.title());
        assertThat(published.text()).isEqualTo(preview.text());
        assertThat(published.lines()).isEqualTo(preview.lines());
        assertThat(published.sources()).isEqualTo(preview.sources());
        assertThat(published.number()).isEqualTo(preview.number());
    }

    @Test
    void twoPublishersPublishByTheirPages() {
        var line = filed();
        var staff = Colleagues.of(officers, demo);
        var one = staff.signedIn(staff.open(Role.PUBLISHER, Optional.empty()), port);
        var other = staff.signedIn(staff.open(Role.PUBLISHER, Optional.empty()), port);
        String page = LIST + "/" + line;
        assertThat(one.get(LIST).body()).contains(page).contains("等提出公布");
        assertThat(one.get(page).body()).contains("单独划线合格标准的公告").doesNotContain("确认，公布");
        assertThat(one.post(page, Map.of()).statusCode()).isEqualTo(302);
        assertThat(one.get(page).body()).doesNotContain("确认，公布").contains("撤回这份提议");
        var waiting = Map.of("proposed", proposed(other, page));
        assertThat(one.post(page + "/confirmation", waiting).statusCode()).isEqualTo(409);
        assertThat(other.get(page).body()).contains("确认，公布");
        assertThat(other.post(page + "/confirmation", waiting).statusCode()).isEqualTo(302);
        assertThat(other.post(page + "/confirmation", waiting).statusCode()).isEqualTo(302);
        assertThat(one.post(page + "/confirmation", waiting).statusCode()).isEqualTo(409);
        var announcement =
                publications.all().stream().filter(a -> a.proposal().equals(line)).findFirst();
        String told = "/announcements/" + announcement.orElseThrow().number();
        assertThat(other.get(LIST).body()).contains(told).doesNotContain(page);
        assertThat(other.get(page).headers().firstValue("Location").orElseThrow()).contains(told);
        assertThat(new Visitor(port).get(told).statusCode()).isEqualTo(200);
    }

    @Test
    void aLineThatIsNotFiledHasNoPreviewAndTheRefusalSaysWhy() {
        var session = closed();
        var missing =
                snapshots.provinces(session.id(), new AreaScope.OfProvince(SICHUAN)).stream()
                        .filter(window -> window.standing() != ProvinceWindow.Standing.CLOSED)
                        .count();
        assertThat(missing).isZero();
        var snapshot = session.agreed(new AreaScope.OfProvince(SICHUAN), List.of(), snapshots);
        var rule = LineRule.defaults(session.id());
        var line = lines.propose(snapshot, rule, officer(Role.ANALYST));
        var staff = Colleagues.of(officers, demo);
        var one = staff.signedIn(staff.open(Role.PUBLISHER, Optional.empty()), port);
        var answer = one.get(LIST + "/" + line);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("还没有审核备案");
        var sent = one.post(LIST + "/" + line, Map.of());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("还没有审核备案");
        assertThat(publications.waiting()).noneMatch(w -> w.proposal().equals(line));
    }

    private String proposed(Visitor visitor, String page) {
        var found = PROPOSED.matcher(visitor.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void refused(PublicationRefused.Why why, ProposedPublication waiting, Officer officer) {
        assertThatThrownBy(() -> publications.confirm(waiting.id(), officer))
                .isInstanceOfSatisfying(
                        PublicationRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private void tamper(ProposalId line, String bytes) {
        sql.sql("ALTER TABLE line.proposal DISABLE TRIGGER keep").update();
        sql.sql(
                        "UPDATE line.proposal SET dossier = "
                                + bytes
                                + ", dossier_digest = encode(sha256("
                                + bytes
                                + "), 'hex') WHERE id = ?")
                .param(line.value())
                .update();
        sql.sql("ALTER TABLE line.proposal ENABLE TRIGGER keep").update();
    }

    private ProposalId filed() {
        return closed().filed(new AreaScope.OfProvince(SICHUAN), snapshots, lines, clock);
    }

    private LineSession closed() {
        var session = LineSession.next(exams, rosters);
        session.announce(SICHUAN, exams, (ScriptedClock) clock);
        LineSession.close((ScriptedClock) clock);
        return session;
    }

    private String entry(long index) {
        return LineTable.text(ledger.entry(index).orElseThrow().bytes());
    }
}
