package cutscore.server.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.Entropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.time.Beijing;
import cutscore.server.ModuleTest;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.cycle.Played;
import cutscore.server.ledger.Ledger;
import cutscore.server.publication.AnnouncedLine;
import cutscore.server.publication.Publications;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Lines and publications on a session that was played to its end in a database of its own. */
@ModuleTest
@TestPropertySource(properties = "test.room=lines")
class LinesTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);
    private static final LineRule RULE = LineRule.defaults(SESSION);

    @Autowired ApplicationContext server;
    @Autowired Lines lines;
    @Autowired LineTable table;
    @Autowired Publications publications;
    @Autowired Ledger ledger;
    @Autowired Entropy entropy;
    @Autowired InstantSource clock;
    @Autowired JdbcClient sql;

    @BeforeEach
    void aSessionIsPlayed() {
        Played.once(server);
    }

    @Test
    void theDossiersDigestIsInTheLedgerSinceTheProposal() {
        var published = published();
        var proposal = published.state().proposal();
        String entry = entry(proposal.ledgerIndex());
        assertThat(entry).contains("line.proposed").contains(proposal.dossierDigest());
        assertThat(Digest.hex(lines.files(proposal.id()).dossier()))
                .isEqualTo(proposal.dossierDigest());
    }

    @Test
    void theProposalComesBeforeAnybodyIsAwarded() {
        long proposed = published().state().proposal().ledgerIndex();
        long firstCertificate =
                sql.sql(
                                "SELECT min(index) FROM ledger.entry WHERE kind LIKE"
                                        + " 'certificate.%' OR kind LIKE 'award%'")
                        .query(Long.class)
                        .single();
        assertThat(proposed).isLessThan(firstCertificate);
    }

    @Test
    void whoProposedDoesNotApprove() {
        var analyst = officer(Role.ANALYST);
        var id = lines.propose(agreed(), RULE, analyst);
        assertThatThrownBy(() -> lines.approve(id, analyst)).isInstanceOf(SamePerson.class);
    }

    @Test
    void whoProposedOrApprovedDoesNotFile() {
        var first = officer(Role.ANALYST, Role.CLEARING_OFFICER);
        var second = officer(Role.ANALYST, Role.CLEARING_OFFICER);
        var id = lines.propose(agreed(), RULE, first);
        compute(id, second);
        lines.approve(id, second);
        assertThatThrownBy(() -> lines.file(id, number(), today(), first))
                .isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> lines.file(id, number(), today(), second))
                .isInstanceOf(SamePerson.class);
        lines.file(id, number(), today(), officer(Role.CLEARING_OFFICER));
        assertThat(lines.find(id).orElseThrow()).isInstanceOf(LineState.Filed.class);
    }

    @Test
    void aLineThatWasNotFiledIsNotPublished() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        refused(LineRefusal.ALREADY_PUBLISHED, id);
        sql.sql("ALTER TABLE line.publication DISABLE TRIGGER keep").update();
        var kept =
                sql.sql(
                                "SELECT proposal, session, announcement, published_at, province"
                                        + " FROM line.publication")
                        .query()
                        .singleRow();
        sql.sql("DELETE FROM line.publication").update();
        refused(LineRefusal.LINE_NOT_FILED, id);
        approve(id);
        refused(LineRefusal.LINE_NOT_FILED, id);
        sql.sql("INSERT INTO line.publication VALUES (:p, :s, :a, :t, :r)")
                .param("p", kept.get("proposal"))
                .param("s", kept.get("session"))
                .param("a", kept.get("announcement"))
                .param("t", kept.get("published_at"))
                .param("r", kept.get("province"))
                .update();
        sql.sql("ALTER TABLE line.publication ENABLE TRIGGER keep").update();
    }

    @Test
    void aRefusedPublicationLeavesNoTrace() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        long before = ledger.size();
        refused(LineRefusal.ALREADY_PUBLISHED, id);
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(publications.all()).hasSize(1);
    }

    @Test
    void anUnapprovedLineIsNotFiledAndAFilingHasAPossibleDay() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        var clearing = officer(Role.CLEARING_OFFICER);
        refusedToFile(LineRefusal.NOT_APPROVED, id, today(), clearing);
        approve(id);
        refusedToFile(LineRefusal.FILING_DAY_IMPOSSIBLE, id, today().plusDays(1), clearing);
        refusedToFile(LineRefusal.FILING_DAY_IMPOSSIBLE, id, today().minusDays(1), clearing);
    }

    @Test
    void theSameInputsGiveTheSameDossierAgain() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        var first = published().proposal();
        assertThat(lines.files(id).dossier()).isEqualTo(lines.files(first).dossier());
    }

    @Test
    void nothingProposedIsEverOverwritten() {
        assertThatThrownBy(() -> sql.sql("UPDATE line.proposal SET rule = '{}'").update())
                .hasMessageContaining("keeps what was written");
    }

    @Test
    void theAnnouncementSaysEveryLevelAndBothRates() {
        var announcement = publications.all().getFirst();
        assertThat(announcement.lines()).extracting(AnnouncedLine::key).contains("高级", "中级", "初级");
        assertThat(announcement.lines())
                .allSatisfy(
                        line -> {
                            assertThat(line.value().zh()).isNotBlank();
                            assertThat(line.nationalRate().zh()).contains("/").contains("%");
                        });
        assertThat(announcement.text().getFirst().zh()).contains("虚构");
        assertThat(entry(announcement.ledgerIndex())).contains("line.published");
        byte[] pdf = publications.pdf(announcement.id());
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(publications.pdf(announcement.id())).isEqualTo(pdf);
    }

    private void refused(LineRefusal why, ProposalId id) {
        assertThatThrownBy(() -> publications.propose(id, officer(Role.PUBLISHER)))
                .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private void refusedToFile(LineRefusal why, ProposalId id, LocalDate day, Officer clearing) {
        assertThatThrownBy(() -> lines.file(id, number(), day, clearing))
                .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void whoHasNotComputedItBlindDoesNotApprove() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        var second = officer(Role.ANALYST);
        refusedToApprove(LineRefusal.NOT_COMPUTED_BLIND, id, second);
        compute(id, officer(Role.ANALYST));
        refusedToApprove(LineRefusal.NOT_COMPUTED_BLIND, id, second);
        compute(id, second);
        lines.approve(id, second);
        assertThat(lines.find(id).orElseThrow()).isInstanceOf(LineState.Approved.class);
        refusedToApprove(LineRefusal.NOT_PROPOSED, id, second);
    }

    @Test
    void theBlindComputationIsInTheLedgerWithItsDigest() {
        var proposer = officer(Role.ANALYST);
        var id = lines.propose(agreed(), RULE, proposer);
        assertThatThrownBy(() -> lines.recompute(id, proposer)).isInstanceOf(SamePerson.class);
        var second = officer(Role.ANALYST);
        var computation = lines.recompute(id, second);
        assertThat(computation.equal()).isTrue();
        assertThat(entry(computation.ledgerIndex()))
                .contains("line.recomputed")
                .contains(computation.keysDigest())
                .contains(second.id().toString());
        assertThat(Digest.hex(lines.computedKeys(id, second.id()).orElseThrow()))
                .isEqualTo(computation.keysDigest());
        assertThatThrownBy(() -> lines.recompute(id, second))
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        e -> assertThat(e.why()).isEqualTo(LineRefusal.COMPUTED_ALREADY));
    }

    @Test
    void theFiguresAreHiddenUntilTheOwnComputationOrTheApproval() {
        var proposer = officer(Role.ANALYST);
        var second = officer(Role.ANALYST);
        var third = officer(Role.ANALYST);
        var clearing = officer(Role.CLEARING_OFFICER);
        var id = lines.propose(agreed(), RULE, proposer);
        assertThat(lines.shown(id, proposer)).isPresent();
        assertThat(lines.shown(id, second)).isEmpty();
        compute(id, second);
        assertThat(lines.shown(id, second)).isPresent();
        assertThat(lines.shown(id, third)).isEmpty();
        assertThat(lines.shown(id, clearing)).isEmpty();
        lines.approve(id, second);
        assertThat(lines.shown(id, third)).isPresent();
        assertThat(lines.shown(id, clearing)).isPresent();
    }

    @Test
    void aComputationThatDiffersIsKeptAndNobodyApproves() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        var wrong = officer(Role.ANALYST);
        String keys = "[]";
        var differs =
                new Computation(
                        wrong.id(), clock.instant(), "wrong", Digest.hex(keys), false, 1L << 40);
        table.insert(id, differs, keys);
        var second = officer(Role.ANALYST);
        compute(id, second);
        assertThat(lines.find(id).orElseThrow()).isInstanceOf(LineState.Disputed.class);
        refusedToApprove(LineRefusal.RESULTS_DIFFER, id, second);
        refusedToApprove(LineRefusal.RESULTS_DIFFER, id, wrong);
        assertThat(lines.computedKeys(id, wrong.id())).contains(keys);
        assertThat(lines.find(id).orElseThrow().computations()).hasSize(2);
    }

    @Test
    void theTableTooHoldsAnApprovalToTheApproversOwnEqualComputation() {
        var id = lines.propose(agreed(), RULE, officer(Role.ANALYST));
        assertThatThrownBy(
                        () ->
                                sql.sql(
                                                "INSERT INTO line.approval (proposal, approved_by,"
                                                    + " approved_at, ledger_index) VALUES (?, ?,"
                                                    + " now(), 99999999)")
                                        .params(id.value(), entropy.id())
                                        .update())
                .hasMessageContaining("approval");
    }

    private PublishedLine published() {
        return lines.published(SESSION).getFirst();
    }

    private SnapshotId agreed() {
        return published().state().proposal().snapshot();
    }

    private void compute(ProposalId id, Officer second) {
        assertThat(lines.recompute(id, second).equal()).isTrue();
    }

    private void approve(ProposalId id) {
        var second = officer(Role.ANALYST);
        compute(id, second);
        lines.approve(id, second);
    }

    private void refusedToApprove(LineRefusal why, ProposalId id, Officer second) {
        assertThatThrownBy(() -> lines.approve(id, second))
                .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private String entry(long index) {
        return sql.sql("SELECT convert_from(bytes, 'UTF8') FROM ledger.entry WHERE index = :index")
                .param("index", index)
                .query(String.class)
                .single();
    }

    private FilingNumber number() {
        return new FilingNumber("虚构备 " + entropy.id());
    }

    private LocalDate today() {
        return Beijing.day(clock.instant());
    }

    private Officer officer(Role... roles) {
        return new Officer(entropy.id(), "某某（虚构）", Set.of(roles), Optional.empty());
    }
}
