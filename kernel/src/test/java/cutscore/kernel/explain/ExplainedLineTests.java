package cutscore.kernel.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualification;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.kernel.score.SubjectScore;
import cutscore.kernel.seal.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Explanations agree with the engine to the person, and say what would change them. */
class ExplainedLineTests {
    private static final Qualification MANAGER =
            Qualifications.builtIn().find("信息系统项目管理师").orElseThrow();
    private static final DivisionCode DAOFU = new DivisionCode("513326");
    private static final DivisionCode WUHOU = new DivisionCode("510107");
    private static final LineRule RULE = LineRule.defaults(SessionId.of(2023, 1));

    @Test
    void asManyAreExplainedAsPassingInThePoolAsTheDossierCounts() {
        Map<Obstacle, Integer> met = new EnumMap<>(Obstacle.class);
        Map<ExplainedOutcome, Integer> outcomes = new EnumMap<>(ExplainedOutcome.class);
        for (long seed = 1; seed <= 1000; seed++) {
            var invented = RandomCase.of(seed);
            var dossier = invented.dossier();
            var line = new ExplainedLine(invented.rule(), dossier.keys(), invented.facts());
            var explained = invented.roster().stream().map(line::explain).toList();
            for (MeasuredKey key : dossier.keys()) {
                assertThat(passing(explained, key.key()))
                        .describedAs("seed " + seed + " " + key.key())
                        .isEqualTo(passed(key));
                assertThat(
                                explained.stream()
                                        .filter(one -> one.key().equals(key.key()))
                                        .filter(one -> one.trace().measured())
                                        .count())
                        .describedAs("seed " + seed)
                        .isEqualTo(key.pool());
            }
            explained.forEach(one -> outcomes.merge(one.outcome(), 1, Integer::sum));
            explained.forEach(
                    one -> one.obstacles().forEach(why -> met.merge(why, 1, Integer::sum)));
        }
        assertThat(met).hasSize(Obstacle.values().length);
        assertThat(outcomes).hasSize(3).allSatisfy((_, n) -> assertThat(n).isGreaterThan(500));
    }

    @Test
    void theMarksSaidToBeMissingReachTheLineAndHalfAPointLessDoesNot() {
        int tried = 0;
        for (long seed = 1; seed <= 500; seed++) {
            var invented = RandomCase.of(seed);
            var line =
                    new ExplainedLine(invented.rule(), invented.dossier().keys(), invented.facts());
            for (Examinee examinee : invented.roster()) {
                var before = line.explain(examinee);
                var needed = before.marks().needed();
                var scores = raised(examinee, needed);
                if (needed.isNothing() || scores.isEmpty()) {
                    continue;
                }
                tried++;
                var reached = line.explain(with(examinee, scores.get()));
                assertThat(reached.marks().meetsLine())
                        .describedAs("seed " + seed + " " + needed)
                        .isTrue();
                assertThat(reached.obstacles())
                        .doesNotContain(Obstacle.BELOW_THE_LINE, Obstacle.NATIONAL_LINE_STANDS);
                for (var lower : eachHalfAPointLess(examinee, scores.get())) {
                    assertThat(line.explain(with(examinee, lower)).marks().meetsLine())
                            .describedAs("seed " + seed + " " + lower)
                            .isFalse();
                }
            }
        }
        assertThat(tried).isGreaterThan(2000);
    }

    @Test
    void anApprovedDeclarationOrAListedCountyChangesTheAnswerAsItIsSaid() {
        int byDeclaration = 0;
        for (long seed = 1; seed <= 500; seed++) {
            var invented = RandomCase.of(seed);
            var line =
                    new ExplainedLine(invented.rule(), invented.dossier().keys(), invented.facts());
            for (Examinee examinee : invented.roster()) {
                var before = line.explain(examinee);
                if (before.obstacles().equals(List.of(Obstacle.OUTSIDE_THE_POOL))) {
                    var facts = invented.facts();
                    var number = Set.of(examinee.admissionNumber());
                    var declared = line.over(facts.changed(Set.of(), Set.of(), number));
                    assertThat(declared.explain(examinee).mayClaim()).isTrue();
                    var listed =
                            line.over(
                                    facts.changed(
                                            Set.of(examinee.division()),
                                            Set.of(),
                                            facts.declared()));
                    boolean said =
                            before.changes().stream()
                                    .anyMatch(c -> c.kind() == ExplainedChange.Kind.AREA);
                    assertThat(listed.explain(examinee).isIn())
                            .describedAs("seed " + seed)
                            .isEqualTo(said);
                    byDeclaration++;
                }
            }
        }
        assertThat(byDeclaration).isGreaterThan(200);
    }

    @Test
    void theAreaFactNamesEveryRowThatSpeaksOfThePlace() {
        var facts = facts(Optional.empty());
        assertThat(facts.of(DAOFU).rows()).hasSize(2);
        assertThat(facts.of(new DivisionCode("513322")))
                .isInstanceOfSatisfying(
                        AreaFact.Listed.class,
                        listed ->
                                assertThat(listed.rows().getFirst().code())
                                        .isEqualTo(new DivisionCode("513300")));
        assertThat(facts.of(WUHOU)).isInstanceOf(AreaFact.NotListed.class);
        assertThat(facts.of(new DivisionCode("513401"))).isInstanceOf(AreaFact.NotInForce.class);
        assertThat(facts.of(new DivisionCode("510000")))
                .isInstanceOf(AreaFact.CountyNotKnown.class);
        var sentences = zh(explain(DAOFU, "40", "41", "39.5"));
        assertThat(sentences)
                .anyMatch(s -> s.contains("道孚县 513326 · 国家乡村振兴重点帮扶县 · 2022-05-30–"))
                .anyMatch(s -> s.contains("人社厅发〔2022〕25号"));
    }

    @Test
    void whoIsHalfAPointShortReadsWhereAndByHowMuch() {
        var low = explain(DAOFU, "40", "41", "39.5");
        assertThat(low.outcome()).isEqualTo(ExplainedOutcome.OUT);
        assertThat(low.obstacles()).containsExactly(Obstacle.BELOW_THE_LINE);
        assertThat(zh(low))
                .contains("不在内：成绩未达到单独线")
                .anyMatch(s -> s.contains("：39.5 分，单独线 40，差 0.5 分"))
                .anyMatch(s -> s.contains("再高 0.5 分（到 40 分），即达到单独划线合格标准"));
        assertThat(low.sentences().stream().map(Words::en))
                .anyMatch(s -> s.contains("0.5 more in subject 3 (to 40) would reach"));
    }

    @Test
    void whoReachesTheLineOutsideTheAreasReadsThatOnlyADeclarationCounts() {
        var outside = explain(WUHOU, "40", "41", "42");
        assertThat(outside.obstacles()).containsExactly(Obstacle.OUTSIDE_THE_POOL);
        assertThat(zh(outside)).anyMatch(s -> s.contains("报名地不在地区内：只有申报审核通过"));
        var declared = line(Optional.of(Set.of("A1"))).explain(examinee(WUHOU, "40", "41", "42"));
        assertThat(declared.outcome()).isEqualTo(ExplainedOutcome.IN_BY_SEPARATE_LINE);
        assertThat(declared.mayClaim()).isTrue();
        assertThat(declared.passesInThePool()).isFalse();
        assertThat(zh(declared)).anyMatch(s -> s.contains("不计入通过率，但按这条线衡量"));
    }

    @Test
    void whoMeetsTheNationalLineIsInByThatLineWhereverTheyRegistered() {
        for (var place : List.of(DAOFU, WUHOU)) {
            var national = explain(place, "45", "45.5", "75");
            assertThat(national.outcome()).isEqualTo(ExplainedOutcome.IN_BY_NATIONAL_LINE);
            assertThat(national.mayClaim()).isFalse();
            assertThat(zh(national)).anyMatch(s -> s.contains("全国合格标准的余量"));
        }
    }

    @Test
    void anAbsentSubjectIsSaidToNeedAMark() {
        var absent = explain(DAOFU, "40", "", "41");
        assertThat(zh(absent))
                .anyMatch(s -> s.contains("缺考，达不到任何线"))
                .anyMatch(s -> s.contains("有成绩且不低于 40 分"));
        assertThat(absent.marks().needed().subjects().getFirst().by()).isEmpty();
    }

    @Test
    void byTotalTheSumIsExplainedBesideTheFloor() {
        var rule = RULE.shaped(new Shape.TotalAndFloor(Score.of("35")));
        var asked = new PassingLine.TotalAndFloor(Score.of("120"), Score.of("35"));
        var line = new ExplainedLine(rule, List.of(key(asked)), facts(Optional.empty()));
        var low = line.explain(examinee(DAOFU, "34", "50", "30"));
        assertThat(zh(low))
                .anyMatch(s -> s.contains("总分：114 分，单独线 120，差 6 分"))
                .noneMatch(s -> s.contains("总分再高"));
        var lower = line.explain(examinee(DAOFU, "34", "45", "30"));
        assertThat(zh(lower)).anyMatch(s -> s.contains("再高 1 分（到 35 分）") && s.contains("总分再高 5 分"));
        assertThat(low.toJson().object("total").text("toLine")).isEqualTo("-6");
    }

    @Test
    void theDocumentIsCanonicalAndHoldsNoNameAndNoIdentityNumber() {
        var text = explain(DAOFU, "40", "41", "39.5").toJson().canonical();
        assertThat(Json.parseObject(text).canonical()).isEqualTo(text);
        assertThat(text)
                .contains("\"admissionNumber\":\"A1\"")
                .contains("\"toLine\":\"-0.5\"")
                .contains("\"fact\":\"listed\"")
                .doesNotContain("某某")
                .doesNotContain("110101190001010000");
        assertThat(explain(DAOFU, "40", "41", "39.5").toString()).doesNotContain("A1");
    }

    @Test
    void somebodyOfAnotherRosterIsNotExplained() {
        var junior = Qualifications.builtIn().find("程序员").orElseThrow();
        var other = new Examinee("B1", DAOFU, junior, marks("40", "40"), false, null, null, null);
        assertThatThrownBy(() -> line(Optional.empty()).explain(other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long passing(List<ExplainedExaminee> explained, String key) {
        return explained.stream()
                .filter(one -> one.key().equals(key))
                .filter(ExplainedExaminee::passesInThePool)
                .count();
    }

    private static long passed(MeasuredKey key) {
        return key.outcome() instanceof SeparateLine separate
                ? separate.passed()
                : key.nationalLinePassed();
    }

    /** The mark sheet with exactly what was said to be missing; empty where no mark can do it. */
    private static Optional<List<SubjectScore>> raised(Examinee examinee, NeededMarks needed) {
        int[] half = new int[examinee.scores().size()];
        for (int i = 0; i < half.length; i++) {
            half[i] =
                    examinee.scores().get(i) instanceof SubjectScore.Marked(var mark)
                            ? mark.halfPoints()
                            : 0;
        }
        needed.subjects().forEach(raise -> half[raise.number() - 1] = raise.to().halfPoints());
        int rest = needed.total().map(NeededMarks.Total::by).orElse(0);
        int full = examinee.qualification().fullMark().halfPoints();
        for (int i = 0; i < half.length; i++) {
            int more = Math.min(rest, full - half[i]);
            half[i] += more;
            rest -= more;
        }
        var out = new ArrayList<SubjectScore>();
        for (int each : half) {
            out.add(new SubjectScore.Marked(new Score(each)));
        }
        return rest == 0 ? Optional.of(out) : Optional.empty();
    }

    /** Each subject that was raised, lowered again by half a point. */
    private static List<List<SubjectScore>> eachHalfAPointLess(
            Examinee examinee, List<SubjectScore> raised) {
        var out = new ArrayList<List<SubjectScore>>();
        for (int i = 0; i < raised.size(); i++) {
            if (!raised.get(i).equals(examinee.scores().get(i))) {
                var lower = new ArrayList<>(raised);
                var mark = ((SubjectScore.Marked) raised.get(i)).score().halfPoints() - 1;
                lower.set(i, new SubjectScore.Marked(new Score(mark)));
                out.add(lower);
            }
        }
        return out;
    }

    private static Examinee with(Examinee examinee, List<SubjectScore> scores) {
        return new Examinee(
                examinee.admissionNumber(),
                examinee.division(),
                examinee.qualification(),
                scores,
                examinee.voided(),
                null,
                null,
                null);
    }

    private static List<String> zh(ExplainedExaminee explained) {
        return explained.sentences().stream().map(Words::zh).toList();
    }

    private static ExplainedExaminee explain(DivisionCode place, String... marks) {
        return line(Optional.empty()).explain(examinee(place, marks));
    }

    private static ExplainedLine line(Optional<Set<String>> declared) {
        var asked = new PassingLine.EachSubject(Score.of("40"));
        return new ExplainedLine(RULE, List.of(key(asked)), facts(declared));
    }

    private static MeasuredKey key(PassingLine line) {
        LineOutcome outcome =
                new SeparateLine(
                        line, 1, new RateComparison(line, 1, 10, 20, 100), Optional.empty());
        return new MeasuredKey("高级", 100, 20, 10, 0, List.of(), outcome);
    }

    private static PoolFacts facts(Optional<Set<String>> declared) {
        return PoolFacts.of(RandomCase.areaList(), RandomCase.DAY, declared, Divisions.builtIn());
    }

    private static Examinee examinee(DivisionCode place, String... marks) {
        return new Examinee(
                "A1", place, MANAGER, marks(marks), false, "居民身份证", "110101190001010000", "某某");
    }

    private static List<SubjectScore> marks(String... marks) {
        return java.util.Arrays.stream(marks)
                .<SubjectScore>map(
                        mark ->
                                mark.isEmpty()
                                        ? new SubjectScore.Absent()
                                        : new SubjectScore.Marked(Score.of(mark)))
                .toList();
    }
}
