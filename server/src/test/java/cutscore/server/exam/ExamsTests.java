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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ExamsTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode GANSU = new DivisionCode("620000");
    private static final Officer PUBLISHER = publisher();
    private static final Window CLAIM =
            new Window(Beijing.at(2035, 8, 22, 9, 0), Beijing.at(2035, 9, 4, 17, 0));

    @Autowired Exams exams;
    @Autowired Ledger ledger;

    @Test
    void aSessionIsOpenedOnceAndNotChanged() {
        var session = open("2035-1");
        long acts = ledger.size();
        open("2035-1");
        assertThat(ledger.size()).isEqualTo(acts);
        assertThat(exams.find(session).orElseThrow().offered()).containsExactly("软件设计师");
        assertThatThrownBy(
                        () ->
                                exams.open(
                                        session,
                                        LocalDate.of(2035, 5, 27),
                                        List.of("软件设计师"),
                                        PUBLISHER))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aSessionOffersQualificationsThatThereAre() {
        assertThatThrownBy(
                        () ->
                                exams.open(
                                        new SessionId("2035-2"),
                                        LocalDate.of(2035, 11, 4),
                                        List.of("软件设计帅"),
                                        PUBLISHER))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("软件设计帅");
    }

    @Test
    void aWindowTakesTwoOfficersOfTheProvinceOrTheCentre() {
        var session = open("2036-1");
        assertThatThrownBy(() -> announce(session, SICHUAN, CLAIM, PUBLISHER, PUBLISHER))
                .isInstanceOf(SamePerson.class);
        assertThatThrownBy(() -> announce(session, SICHUAN, CLAIM, PUBLISHER, lead(GANSU)))
                .isInstanceOf(AccessRefused.class);
        var announced = announce(session, SICHUAN, CLAIM, PUBLISHER, lead(SICHUAN));
        assertThat(exams.window(session, SICHUAN, Round.ORDINARY)).contains(announced);
        assertThat(exams.window(session, GANSU, Round.ORDINARY)).isEmpty();
    }

    @Test
    void windowsOfASessionAndProvinceNeverOverlapNotEvenInOneSecond() {
        var session = open("2036-2");
        announce(session, SICHUAN, CLAIM, PUBLISHER, publisher());
        var touching = new Window(CLAIM.closes(), CLAIM.closes().plusDays(1));
        assertThatThrownBy(() -> announce(session, SICHUAN, touching, PUBLISHER, publisher()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("重叠");
        announce(session, GANSU, touching, PUBLISHER, publisher());
        var later = new Window(CLAIM.closes().plusSeconds(1), CLAIM.closes().plusDays(1));
        announce(session, SICHUAN, later, PUBLISHER, publisher());
        assertThat(exams.windows(session, SICHUAN)).hasSize(2);
    }

    @Test
    void whatWasBegunByTheCloseMayArriveInTheAnnouncedGrace() {
        var window =
                new WindowOnRecord(
                        UUID.randomUUID(),
                        new SessionId("2035-1"),
                        SICHUAN,
                        Round.ORDINARY,
                        CLAIM,
                        Duration.ofMinutes(5),
                        Duration.ZERO,
                        UUID.randomUUID(),
                        0);
        var opens = CLAIM.opens().toInstant();
        var closes = CLAIM.closes().toInstant();
        var graced = CLAIM.closes().plusMinutes(5).toInstant();
        assertThat(window.admits(opens)).isTrue();
        assertThat(window.admits(opens.minusMillis(1))).isFalse();
        assertThat(window.admits(closes)).isTrue();
        assertThat(window.admits(closes.plusMillis(1))).isFalse();
        assertThat(window.admits(graced, Optional.of(closes))).isTrue();
        assertThat(window.admits(graced.plusMillis(1), Optional.of(closes))).isFalse();
        assertThat(window.admits(graced, Optional.of(closes.plusMillis(1)))).isFalse();
    }

    @Test
    void theRecordOfPastLinesNamesValuesAndNoCopySites() {
        assertThat(exams.history()).hasSize(21);
        assertThat(exams.history())
                .filteredOn(line -> line.session().equals("2025H1") && line.level().equals("高级"))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.outcome())
                                        .isEqualTo(PastLine.Outcome.NATIONAL_LINE_STANDS));
        assertThat(exams.history())
                .filteredOn(line -> line.session().equals("2026H1"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.outcome()).isEqualTo(PastLine.Outcome.NOT_KNOWN));
        assertThat(exams.history())
                .allSatisfy(line -> assertThat(line.source().zh()).doesNotContain(".com", ".cn"));
    }

    @Test
    void ofTheJuniorLevelInTheFirstHalfOf2023NothingIsOnRecord() {
        var session = new SessionId("2023-1");
        assertThat(exams.held(session, "信息系统项目管理师")).contains(true);
        assertThat(exams.held(session, "软件评测师")).contains(false);
        assertThat(exams.held(session, "程序员")).isEmpty();
        assertThat(exams.held(new SessionId("2024-1"), "软件设计师")).isEmpty();
    }

    private SessionId open(String id) {
        var session = new SessionId(id);
        exams.open(session, LocalDate.of(2035, 5, 26), List.of("软件设计师"), PUBLISHER);
        return session;
    }

    private WindowOnRecord announce(
            SessionId session, DivisionCode province, Window window, Officer by, Officer second) {
        return exams.announceWindow(
                session,
                province,
                Round.ORDINARY,
                window,
                Duration.ZERO,
                Duration.ZERO,
                UUID.randomUUID(),
                by,
                second);
    }

    private static Officer publisher() {
        return new Officer(UUID.randomUUID(), "公布员", Set.of(Role.PUBLISHER), Optional.empty());
    }

    private static Officer lead(DivisionCode province) {
        return new Officer(
                UUID.randomUUID(), "负责人", Set.of(Role.REVIEW_LEAD), Optional.of(province));
    }
}
