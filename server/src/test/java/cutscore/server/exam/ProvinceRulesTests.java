package cutscore.server.exam;

import static cutscore.server.exam.DeclaredGround.HOUSEHOLD;
import static cutscore.server.exam.DeclaredGround.REGISTERED;
import static cutscore.server.exam.DeclaredGround.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import org.junit.jupiter.api.Test;

/** What the circulars say of grounds and evidence (domain: 25号; the provinces' notices). */
class ProvinceRulesTests {
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final DivisionCode SHAANXI = new DivisionCode("610000");
    private static final DivisionCode GANSU = new DivisionCode("620000");
    private static final DivisionCode QINGHAI = new DivisionCode("630000");
    private static final SessionId FIRST_2023 = SessionId.of(2023, 1);

    @Test
    void shaanxiAsksForTwoPapersFromThoseWhoWorkThere() {
        var asked =
                ProvinceRules.evidence(
                        SessionId.of(2024, 1), SHAANXI, WORKS, Round.AT_REGISTRATION);
        assertThat(asked.stated()).isTrue();
        assertThat(asked.items())
                .extracting(EvidenceItem::id)
                .containsExactly("social-insurance", "employer-certificate");
        assertThat(asked.items()).allMatch(EvidenceItem::required);
    }

    @Test
    void householdIsAGroundOnlyWhereTheCircularNamesIt() {
        assertThat(ProvinceRules.grounds(FIRST_2023, QINGHAI, Round.ORDINARY).grounds())
                .containsExactly(HOUSEHOLD, WORKS);
        assertThat(ProvinceRules.grounds(FIRST_2023, SICHUAN, Round.ORDINARY).grounds())
                .containsExactly(REGISTERED, WORKS);
    }

    @Test
    void whatTheSichuanCircularDoesNotListIsNotInvented() {
        var asked = ProvinceRules.evidence(FIRST_2023, SICHUAN, REGISTERED, Round.ORDINARY);
        assertThat(asked.stated()).isFalse();
        assertThat(asked.items()).singleElement().matches(item -> !item.required());
        assertThat(asked.source()).contains("四川省人事考试中心");
    }

    @Test
    void nothingIsCarriedOverFromAnotherSession() {
        var rule = ProvinceRules.grounds(SessionId.of(2024, 1), GANSU, Round.ORDINARY);
        assertThat(rule.stated()).isFalse();
        assertThat(rule.source()).contains("25号");
        assertThat(
                        ProvinceRules.evidence(SessionId.of(2024, 1), GANSU, WORKS, Round.ORDINARY)
                                .stated())
                .isFalse();
    }

    @Test
    void anOpeningWithoutAnHourIsGivenNone() {
        assertThat(PastWindows.ALL)
                .filteredOn(w -> w.opens().isPresent() && w.opens().get().hour().isEmpty())
                .hasSize(2);
        assertThat(PastWindows.ALL)
                .filteredOn(w -> w.province().isEmpty())
                .singleElement()
                .satisfies(w -> assertThat(w.sessions()).hasSize(3));
    }
}
