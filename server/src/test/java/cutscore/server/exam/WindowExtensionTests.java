package cutscore.server.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Beijing;
import cutscore.kernel.time.Window;
import cutscore.server.ModuleTest;
import cutscore.server.access.AccessRefused;
import cutscore.server.access.Officer;
import cutscore.server.access.Role;
import cutscore.server.access.SamePerson;
import cutscore.server.ledger.Ledger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An extension is an official act by two people; what was announced stays as it is. */
@ModuleTest
class WindowExtensionTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode GANSU = new DivisionCode("620000");
    private static final Window CLAIM =
            new Window(Beijing.at(2062, 8, 22, 9, 0), Beijing.at(2062, 9, 4, 17, 0));
    private static final OffsetDateTime LATER = Beijing.at(2062, 9, 6, 17, 0);

    @Autowired Exams exams;
    @Autowired Ledger ledger;
    @Autowired JdbcClient sql;

    @Test
    void anExtensionIsProposedByOneAndConfirmedByAnother() {
        var window = announced("2062-1", SICHUAN);
        var first = lead(SICHUAN);
        long before = ledger.size();
        var proposal = extension(window, LATER, first);
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(exams.findWindow(window.id()).orElseThrow()).isEqualTo(window);
        assertThatThrownBy(() -> exams.confirmExtension(proposal.id(), first))
                .isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> exams.confirmExtension(proposal.id(), lead(GANSU)))
                .isInstanceOf(AccessRefused.class);
        var extended = exams.confirmExtension(proposal.id(), publisher());
        assertThat(extended.window().closes()).isEqualTo(LATER);
        assertThat(extended.revision()).isEqualTo(1);
        assertThat(ledger.size()).isEqualTo(before + 1);
        assertThat(exams.window(window.session(), SICHUAN, Round.ORDINARY)).contains(extended);
        assertThat(extended.admits(LATER.toInstant())).isTrue();
        assertThat(extended.admits(LATER.toInstant().plusMillis(1))).isFalse();
        assertThat(exams.extensions(window.id()))
                .singleElement()
                .satisfies(e -> assertThat(e.reason()).isEqualTo("系统故障"));
        assertThat(exams.proposedExtensions()).noneMatch(p -> p.id().equals(proposal.id()));
    }

    @Test
    void whatWasAnnouncedIsNotChangedInTheTable() {
        var window = announced("2084-1", SICHUAN);
        exams.confirmExtension(extension(window, LATER, lead(SICHUAN)).id(), publisher());
        var closes =
                sql.sql("SELECT closes FROM exam.claim_window WHERE id = ?")
                        .param(window.id())
                        .query(OffsetDateTime.class)
                        .single();
        assertThat(closes.toInstant()).isEqualTo(CLAIM.closes().toInstant());
        assertThatThrownBy(
                        () ->
                                sql.sql(
                                                "UPDATE exam.window_extension SET closes = closes +"
                                                        + " interval '1 day'")
                                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anExtensionNeverOverlapsAnotherWindowNorThatOneIt() {
        var window = announced("2063-1", SICHUAN);
        var late = new Window(LATER.plusDays(1), LATER.plusDays(5));
        announce(window.session(), SICHUAN, Round.LATE, late);
        var over = extension(window, LATER.plusDays(1), lead(SICHUAN));
        long acts = ledger.size();
        assertThatThrownBy(() -> exams.confirmExtension(over.id(), publisher()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("重叠");
        assertThat(ledger.size()).isEqualTo(acts);
        exams.confirmExtension(extension(window, LATER, lead(SICHUAN)).id(), publisher());
        var between = new Window(LATER.minusDays(1), LATER.plusHours(1));
        assertThatThrownBy(() -> announce(window.session(), SICHUAN, Round.LATE, between))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("重叠");
        announce(
                window.session(),
                SICHUAN,
                Round.LATE,
                new Window(LATER.plusSeconds(1), LATER.plusHours(1)));
    }

    @Test
    void aWindowIsOnlyEverExtendedAndTheNewestProposalCounts() {
        var window = announced("2085-1", SICHUAN);
        assertThatThrownBy(() -> extension(window, CLAIM.closes(), lead(SICHUAN)))
                .isInstanceOf(Unreadable.class);
        var older = extension(window, LATER, lead(SICHUAN));
        var newer = extension(window, LATER.plusDays(1), lead(SICHUAN));
        assertThatThrownBy(() -> exams.confirmExtension(older.id(), publisher()))
                .isInstanceOf(Unreadable.class);
        exams.confirmExtension(newer.id(), publisher());
        assertThatThrownBy(() -> exams.confirmExtension(newer.id(), publisher()))
                .isInstanceOf(Unreadable.class);
        var second = extension(window, LATER.plusDays(2), lead(SICHUAN));
        assertThat(exams.confirmExtension(second.id(), publisher()).revision()).isEqualTo(2);
    }

    @Test
    void aWindowIsProposedByOneAndAnnouncedByAnother() {
        var session = open("2085-1");
        var draft =
                new WindowDraft(
                        session,
                        GANSU,
                        Round.ORDINARY,
                        CLAIM,
                        Duration.ofMinutes(30),
                        Duration.ofHours(24),
                        UUID.randomUUID());
        var by = lead(GANSU);
        var proposal = exams.proposeWindow(draft, by);
        assertThat(exams.windows(session, GANSU)).isEmpty();
        assertThatThrownBy(() -> exams.confirmWindow(proposal.id(), by))
                .isInstanceOf(SamePerson.class);
        var announced = exams.confirmWindow(proposal.id(), lead(GANSU));
        assertThat(announced.grace()).isEqualTo(Duration.ofMinutes(30));
        assertThat(exams.windows(session, GANSU)).containsExactly(announced);
        assertThatThrownBy(() -> exams.confirmWindow(proposal.id(), lead(GANSU)))
                .isInstanceOf(Unreadable.class);
    }

    private ProposedExtension extension(WindowOnRecord window, OffsetDateTime closes, Officer by) {
        return exams.proposeExtension(window.id(), closes, Optional.empty(), "系统故障", by);
    }

    private WindowOnRecord announced(String id, DivisionCode province) {
        return announce(open(id), province, Round.ORDINARY, CLAIM);
    }

    private WindowOnRecord announce(
            SessionId session, DivisionCode province, Round round, Window window) {
        return exams.announceWindow(
                session,
                province,
                round,
                window,
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                publisher(),
                publisher());
    }

    private SessionId open(String id) {
        var session = new SessionId(id);
        exams.open(session, LocalDate.of(2062, 5, 26), List.of("软件设计师"), publisher());
        return session;
    }

    private static Officer publisher() {
        return new Officer(UUID.randomUUID(), "公布员", Set.of(Role.PUBLISHER), Optional.empty());
    }

    private static Officer lead(DivisionCode province) {
        return new Officer(
                UUID.randomUUID(), "负责人", Set.of(Role.REVIEW_LEAD), Optional.of(province));
    }
}
