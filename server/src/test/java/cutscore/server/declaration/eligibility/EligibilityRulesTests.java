package cutscore.server.declaration.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.time.Period;
import cutscore.kernel.time.Window;
import cutscore.server.area.AreaAnswer;
import cutscore.server.area.Designation;
import cutscore.server.declaration.eligibility.CaseFacts.Elsewhere;
import cutscore.server.declaration.eligibility.CaseFacts.SentItem;
import cutscore.server.exam.DeclaredGround;
import cutscore.server.exam.EvidenceAsked;
import cutscore.server.exam.EvidenceItem;
import cutscore.server.exam.ProvinceRule;
import cutscore.server.exam.Round;
import cutscore.server.exam.WindowOnRecord;
import cutscore.server.roster.RosterEntry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each rule finds what its clause says, and nothing where the facts are turned round. */
class EligibilityRulesTests {
    private static final DivisionCode DAOFU = new DivisionCode("513326");
    private static final DivisionCode LUHUO = new DivisionCode("513327");
    private static final Instant NINE = Instant.parse("2023-08-22T01:00:00Z");
    private static final Words NAME = new Words("材料", "paper");

    private DeclaredGround ground = DeclaredGround.REGISTERED;
    private AreaAnswer area = in();
    private Optional<RosterEntry> entry = Optional.of(entry(DAOFU, "40", "41", false, "虚构甲"));
    private String employer = "";
    private ProvinceRule rule =
            new ProvinceRule(List.of(DeclaredGround.REGISTERED, DeclaredGround.WORKS), true, "通知");
    private EvidenceAsked asked =
            new EvidenceAsked(true, List.of(new EvidenceItem("id-card", NAME, NAME, true)), "通知");
    private List<SentItem> sent = List.of(new SentItem("id-card", NINE));
    private Optional<Instant> until = Optional.empty();
    private Set<Instant> mended = Set.of();
    private Instant arrived = NINE;
    private List<Elsewhere> elsewhere = List.of();

    @Test
    void aSoundCaseRaisesNothing() {
        assertThat(EligibilityRules.hints(facts()))
                .hasSize(11)
                .allMatch(hint -> hint.weight() == Weight.OK, "ok")
                .allMatch(hint -> !hint.clause().source().isEmpty(), "has a clause");
    }

    @Test
    void everyRuleHasANameOfItsOwnAndIsInTheList() {
        assertThat(EligibilityRules.all())
                .extracting(EligibilityRule::named)
                .doesNotHaveDuplicates();
        assertThat(EligibilityRules.all())
                .hasSize(EligibilityRule.class.getPermittedSubclasses().length);
    }

    /** The document is the table of the law; a rule that is not in it is nobody's. */
    @Test
    void theTableOfTheLawNamesEveryRuleWithItsClauseAndItsTest() throws IOException {
        var rows =
                Files.readAllLines(Path.of("../docs/law/rules.md")).stream()
                        .filter(line -> line.contains("| `"))
                        .toList();
        assertThat(rows).hasSameSizeAs(EligibilityRules.all());
        var tests =
                Arrays.stream(EligibilityRulesTests.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList();
        for (int i = 0; i < rows.size(); i++) {
            var rule = EligibilityRules.all().get(i);
            var cells = rows.get(i).split("\\|");
            assertThat(cells[1].strip()).isEqualTo(rule.clause().source());
            assertThat(cells[2].strip()).isEqualTo(rule.clause().place());
            assertThat(cells[3].strip()).isEqualTo("`" + rule.named() + "`");
            assertThat(tests).contains(cells[4].replace('`', ' ').strip());
        }
    }

    @Test
    void theCountyMustHaveBeenALineAreaOnTheDayOfTheExam() {
        area = new AreaAnswer.Out(DAOFU, "道孚县");
        assertThat(weight("PlaceWasALineArea")).isEqualTo(Weight.STOP);
        area = new AreaAnswer.NotKnown(DAOFU, "道孚县", NAME);
        assertThat(weight("PlaceWasALineArea")).isEqualTo(Weight.DOUBT);
        area = in();
        assertThat(weight("PlaceWasALineArea")).isEqualTo(Weight.OK);
    }

    @Test
    void whoDeclaresByRegistrationIsRegisteredThere() {
        entry = Optional.of(entry(LUHUO, "40", "41", false, "虚构甲"));
        assertThat(weight("RegisteredInThatCounty")).isEqualTo(Weight.STOP);
        ground = DeclaredGround.WORKS;
        assertThat(asked("RegisteredInThatCounty")).isFalse();
    }

    @Test
    void whoDeclaresByWorkNamesTheEmployer() {
        assertThat(asked("EmployerIsNamed")).isFalse();
        ground = DeclaredGround.WORKS;
        assertThat(weight("EmployerIsNamed")).isEqualTo(Weight.DOUBT);
        employer = "虚构中学";
        assertThat(weight("EmployerIsNamed")).isEqualTo(Weight.OK);
    }

    @Test
    void theGroundIsOneThatTheCircularNames() {
        ground = DeclaredGround.HOUSEHOLD;
        assertThat(weight("GroundIsNamed")).isEqualTo(Weight.STOP);
        rule = new ProvinceRule(List.of(DeclaredGround.REGISTERED), false, "");
        assertThat(weight("GroundIsNamed")).isEqualTo(Weight.DOUBT);
    }

    @Test
    void everyItemThatIsAskedForWasSent() {
        sent = List.of(new SentItem("other", NINE));
        assertThat(hint("EveryRequiredItemWasSent").weight()).isEqualTo(Weight.STOP);
        assertThat(hint("EveryRequiredItemWasSent").why().zh()).contains("材料");
        asked = new EvidenceAsked(false, asked.items(), "通知");
        assertThat(weight("EveryRequiredItemWasSent")).isEqualTo(Weight.OK);
    }

    @Test
    void evidenceCameWithTheDeclarationWithinItsTimeOrWithACorrection() {
        sent = List.of(new SentItem("id-card", NINE.plusSeconds(60)));
        assertThat(weight("EvidenceCameInTime")).isEqualTo(Weight.DOUBT);
        until = Optional.of(NINE.plusSeconds(60));
        assertThat(weight("EvidenceCameInTime")).isEqualTo(Weight.OK);
        until = Optional.of(NINE.plusSeconds(59));
        assertThat(weight("EvidenceCameInTime")).isEqualTo(Weight.DOUBT);
        mended = Set.of(NINE.plusSeconds(60));
        assertThat(weight("EvidenceCameInTime")).isEqualTo(Weight.OK);
    }

    @Test
    void bothEndsOfTheWindowAreInside() {
        arrived = NINE.plusSeconds(3600);
        assertThat(weight("ArrivedInItsWindow")).isEqualTo(Weight.OK);
        arrived = NINE.plusSeconds(3601);
        assertThat(weight("ArrivedInItsWindow")).isEqualTo(Weight.STOP);
        arrived = NINE.minusSeconds(1);
        assertThat(weight("ArrivedInItsWindow")).isEqualTo(Weight.STOP);
    }

    @Test
    void whoMeetsTheNationalLineNeedsNoDeclaration() {
        entry = Optional.of(entry(DAOFU, "45", "45", false, "虚构甲"));
        assertThat(weight("NationalLineIsNotMet")).isEqualTo(Weight.STOP);
        entry = Optional.of(entry(DAOFU, "45", "44.5", false, "虚构甲"));
        assertThat(weight("NationalLineIsNotMet")).isEqualTo(Weight.OK);
    }

    @Test
    void voidedMarksCountForNothing() {
        entry = Optional.of(entry(DAOFU, "40", "41", true, "虚构甲"));
        assertThat(weight("SittingIsNotVoided")).isEqualTo(Weight.STOP);
    }

    @Test
    void aSubjectWithoutAMarkIsPointedOut() {
        entry = Optional.of(entry(DAOFU, "40", "", false, "虚构甲"));
        assertThat(weight("SatInEverySubject")).isEqualTo(Weight.DOUBT);
    }

    @Test
    void theSamePersonElsewhereIsPointedOut() {
        elsewhere = List.of(new Elsewhere(new DivisionCode("620000"), "软件设计师"));
        assertThat(hint("DeclaredNowhereElse").weight()).isEqualTo(Weight.DOUBT);
        assertThat(hint("DeclaredNowhereElse").why().zh()).contains("甘肃");
    }

    @Test
    void namesWithLookAlikesArePointedOutAndRareOnesAreNot() {
        for (var odd : List.of("扎西•次仁", "阿卜杜拉．买买提", "虚\u200b构", "\uF900甲", "⽔甲", "\uE001")) {
            entry = Optional.of(entry(DAOFU, "40", "41", false, odd));
            assertThat(weight("NameReadsOneWay")).as(odd).isEqualTo(Weight.DOUBT);
        }
        for (var right : List.of("扎西·次仁", "𠮷田", "虚构甲")) {
            entry = Optional.of(entry(DAOFU, "40", "41", false, right));
            assertThat(weight("NameReadsOneWay")).as(right).isEqualTo(Weight.OK);
        }
    }

    @Test
    void aHintIsReadAgainAsItWasWritten() {
        for (var hint : EligibilityRules.hints(facts())) {
            assertThat(Hint.read(hint.toJson())).isEqualTo(hint);
        }
    }

    private Hint hint(String rule) {
        return EligibilityRules.hints(facts()).stream()
                .filter(hint -> hint.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Weight weight(String rule) {
        return hint(rule).weight();
    }

    private boolean asked(String rule) {
        return EligibilityRules.of(facts()).stream().anyMatch(one -> one.named().equals(rule));
    }

    private CaseFacts facts() {
        var window =
                new WindowOnRecord(
                        new UUID(0, 1),
                        new SessionId("2023-1"),
                        new DivisionCode("510000"),
                        Round.ORDINARY,
                        new Window(
                                NINE.atOffset(ZoneOffset.ofHours(8)),
                                NINE.plusSeconds(3600).atOffset(ZoneOffset.ofHours(8))),
                        Duration.ZERO,
                        Duration.ZERO,
                        new UUID(0, 2),
                        0);
        return new CaseFacts(
                ground,
                DAOFU,
                area,
                entry,
                employer,
                rule,
                asked,
                sent,
                arrived,
                until,
                mended,
                Optional.of(window),
                Optional.empty(),
                elsewhere);
    }

    private static AreaAnswer in() {
        var document =
                new Designation.Document(
                        "通知", "四川省人事考试中心", List.of(), Optional.empty(), Optional.empty());
        var one =
                new Designation(
                        NAME,
                        document,
                        "一",
                        new Period(LocalDate.of(2023, 1, 1), null),
                        "official");
        return new AreaAnswer.In(DAOFU, "道孚县", List.of(one), LocalDate.of(2023, 1, 1));
    }

    private static RosterEntry entry(
            DivisionCode division, String one, String two, boolean voided, String name) {
        return new RosterEntry(
                new SessionId("2023-1"),
                "A1",
                division,
                Qualifications.builtIn().find("软件设计师").orElseThrow(),
                List.of(score(one), score(two)),
                voided,
                "0".repeat(64),
                name);
    }

    private static SubjectScore score(String mark) {
        return mark.isEmpty() ? new SubjectScore.Absent() : new SubjectScore.Marked(Score.of(mark));
    }
}
