package cutscore.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictRuleTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
    private static final DivisionCode XICHANG = new DivisionCode("513401");
    private static final DivisionCode EBIAN = new DivisionCode("511132");

    @Test
    void itCountsInAnAreaOfItsProvince() {
        var verdict = judge(Samples.certificate(), Samples.DAOFU);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.VALID_HERE);
        assertThat(verdict.reasons()).containsExactly(Reason.IN_LIST);
        assertThat(verdict.basis()).isNotEmpty();
    }

    @Test
    void itDoesNotCountInChengdu() {
        assertThat(judge(Samples.certificate(), Samples.WUHOU).reasons())
                .containsExactly(Reason.NOT_IN_LIST);
    }

    @Test
    void anAreaOfAnotherProvinceIsNotHere() {
        var linxia = new DivisionCode("622921");
        var verdict = judge(Samples.certificate(), linxia);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_VALID_HERE);
        assertThat(verdict.reasons()).containsExactly(Reason.OTHER_PROVINCE);
    }

    @Test
    void theListOfTheDayOfPublicationDecidesAndBothAnswersAreKept() {
        var left = judge(Samples.certificate(), XICHANG);
        assertThat(left.kind()).isEqualTo(Verdict.Kind.VALID_HERE);
        assertThat(left.reasons()).containsExactly(Reason.IN_LIST, Reason.IN_LIST_ON_ISSUE_ONLY);
        assertThat(left.onIssue()).isEqualTo(new Verdict.InList(Samples.LINE_PUBLISHED, true));
        assertThat(left.today()).isEqualTo(new Verdict.InList(DAY, false));
        var joined = judge(Samples.certificate(), EBIAN);
        assertThat(joined.kind()).isEqualTo(Verdict.Kind.NOT_VALID_HERE);
        assertThat(joined.reasons()).containsExactly(Reason.NOT_IN_LIST, Reason.IN_LIST_TODAY_ONLY);
    }

    @Test
    void theOtherPolicyAsksTheListOfTheDay() {
        var c = Samples.certificate();
        var loose =
                new VerdictRule.Certificate(
                        c.number(),
                        c.province(),
                        c.issued(),
                        c.scope(),
                        ListPolicy.ON_DAY_ASKED,
                        null,
                        false);
        assertThat(judge(loose, EBIAN).kind()).isEqualTo(Verdict.Kind.VALID_HERE);
        assertThat(judge(loose, XICHANG).kind()).isEqualTo(Verdict.Kind.NOT_VALID_HERE);
    }

    @Test
    void withoutAPlaceItIsGenuineWithThePlaces() {
        var verdict = VerdictRule.judge(Samples.certificate(), null, DAY, AS_OF);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.GENUINE);
        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.places()).containsExactly(Samples.DAOFU, XICHANG);
    }

    @Test
    void aPrefectureThatLiesInTheListInPartMustBeNamedCloser() {
        var ganzi = new Place(new DivisionCode("513300"), List.of(Samples.DAOFU, EBIAN));
        var verdict = VerdictRule.judge(Samples.certificate(), ganzi, DAY, AS_OF);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CANNOT_CONFIRM);
        assertThat(verdict.reasons()).contains(Reason.PLACE_TOO_WIDE);
    }

    @Test
    void anAnnulledOneIsVoidFromTheStartEvenWhenTheFactsAreStale() {
        var annulled =
                new AnnulledNumber(
                        AnnulledNumber.digest(Samples.NUMBER),
                        DAY,
                        "D1",
                        "false-material",
                        "人社部令第31号 第十条");
        var c = with(annulled, true);
        for (var day : List.of(LocalDate.of(2023, 12, 2), DAY)) {
            var verdict = VerdictRule.judge(c, Place.county(Samples.DAOFU), day, AS_OF);
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.VOID);
            assertThat(verdict.places()).isEmpty();
            assertThat(verdict.isYes()).isFalse();
        }
    }

    @Test
    void staleFactsConfirmNothing() {
        var verdict = judge(with(null, true), Samples.DAOFU);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CANNOT_CONFIRM);
        assertThat(verdict.reasons()).containsExactly(Reason.BUNDLE_STALE);
    }

    @Test
    void beforeItsIssueItCountsNowhere() {
        var early = Samples.ISSUED.minusDays(1);
        var here = Place.county(Samples.DAOFU);
        var verdict = VerdictRule.judge(Samples.certificate(), here, early, AS_OF);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_VALID_HERE);
        assertThat(verdict.reasons()).containsExactly(Reason.NOT_YET_ISSUED);
    }

    @Test
    void theJsonHasTheStableMembers() {
        var json = judge(Samples.certificate(), Samples.DAOFU).json();
        assertThat(json.members()).containsKeys("verdict", "reasons", "number", "at", "on", "asOf");
        assertThat(json.text("verdict")).isEqualTo("valid-here");
        assertThat(json.text("asOf")).isEqualTo("2026-11-22T08:00:00+08:00");
    }

    @Test
    void everyVerdictHasItsSentenceInBothLanguages() {
        var words = new VerdictWords(code -> "〔" + code + "〕");
        for (var kind : Verdict.Kind.values()) {
            var verdict = Verdict.bare(kind, Reason.KEY_UNKNOWN, null, null, DAY, AS_OF);
            assertThat(words.of(verdict).zh()).isNotBlank();
            assertThat(words.of(verdict).en()).isNotBlank();
        }
    }

    private static VerdictRule.Certificate with(
            @org.jspecify.annotations.Nullable AnnulledNumber annulled, boolean stale) {
        var c = Samples.certificate();
        return new VerdictRule.Certificate(
                c.number(), c.province(), c.issued(), c.scope(), c.policy(), annulled, stale);
    }

    private static Verdict judge(VerdictRule.Certificate certificate, DivisionCode at) {
        return VerdictRule.judge(certificate, Place.county(at), DAY, AS_OF);
    }
}
