package cutscore.kernel.blast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.csv.CsvSource;
import cutscore.kernel.explain.ExplainedOutcome;
import cutscore.kernel.explain.PoolFacts;
import cutscore.kernel.explain.RandomCase;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.Qualifications;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.Dossier;
import cutscore.kernel.line.LineDetermination;
import cutscore.kernel.line.LineOutcome;
import cutscore.kernel.line.LineOutcome.SeparateLine;
import cutscore.kernel.line.MeasuredKey;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.PoolRule;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.roster.Examinee;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.score.Score;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a change would do, held against doing it. */
class BlastRadiusTests {
    private static final LineRule RULE = LineRule.defaults(SessionId.of(2023, 1));

    @Test
    void aChangeComesOutAsIfItHadBeenMadeInTheFiles() {
        int others = 0;
        int moved = 0;
        for (long seed = 1; seed <= 600; seed++) {
            var invented = RandomCase.of(seed);
            var changes = RandomChanges.of(invented, new Random(seed));
            var before = invented.dossier();
            var report = report(invented, before, changes.csv());
            var after = determined(invented.rule(), changes);
            assertThat(report.keys().stream().map(BlastKey::now))
                    .describedAs("seed " + seed + "\n" + changes.csv())
                    .isEqualTo(after.keys());
            assertThat(moves(report, BlastKind.GAINS))
                    .describedAs("seed " + seed)
                    .isEqualTo(less(in(after, changes), in(before, invented)));
            assertThat(moves(report, BlastKind.LOSES))
                    .describedAs("seed " + seed)
                    .isEqualTo(less(in(before, invented), in(after, changes)));
            theInequalitiesAreOfTheChangedCounts(report, changes, "seed " + seed);
            others += report.stillTheLine() ? 0 : 1;
            moved += report.moves().size();
        }
        assertThat(others).isGreaterThan(30);
        assertThat(moved).isGreaterThan(150);
    }

    @Test
    void oneNationalPasserMoreChangesNothingAndOneFewerBreaksTheLine() {
        // 3 of 8 still allow one of four in the pool; 1 of 8 allows nobody
        var kept = report(EightExaminees.all(), fifty("O10"));
        assertThat(kept.stillHolds()).isTrue();
        assertThat(kept.stillTheLine()).isTrue();
        assertThat(moves(kept, BlastKind.GAINS)).containsExactly("O10");
        var broken = report(EightExaminees.all(), "score,N2,1,44.5\n");
        var key = broken.keys().getFirst();
        assertThat(key.holds().map(RateComparison::holds)).contains(false);
        assertThat(key.holds().map(RateComparison::headroom)).contains(-1L);
        assertThat(key.now().outcome()).isInstanceOf(LineOutcome.NationalLineStands.class);
        assertThat(broken.stillHolds()).isFalse();
        assertThat(broken.stillTheLine()).isFalse();
        assertThat(key.moving(BlastKind.LOSES)).isEqualTo(2);
        assertThat(moves(broken, BlastKind.LOSES)).containsExactlyInAnyOrder("I40", "N2");
    }

    @Test
    void aLineThatHoldsMayNoLongerBeTheLowest() {
        // 4 of 8 allow two of four: 39 is lawful, 40 holds but is not the line
        var report = report(EightExaminees.all(), fifty("O10") + fifty("O41"));
        var key = report.keys().getFirst();
        assertThat(report.stillHolds()).isTrue();
        assertThat(report.stillTheLine()).isFalse();
        assertThat(key.fails().map(RateComparison::holds)).contains(true);
        assertThat(moves(report, BlastKind.GAINS)).containsExactly("I39", "O10", "O41");
        assertThat(key.movingAtPublished(BlastKind.GAINS)).isEqualTo(2);
    }

    private static String fifty(String number) {
        return "score,%1$s,1,50\nscore,%1$s,2,50\nscore,%1$s,3,50\n".formatted(number);
    }

    @Test
    void withThePublishedLineKeptOnlyTheCorrectedPersonMoves() {
        var report = report(EightExaminees.all(), "score,I39,1,40\n");
        var move =
                report.moves().stream()
                        .filter(one -> one.admissionNumber().equals("I39"))
                        .findFirst()
                        .orElseThrow();
        assertThat(move.atPublished()).isEqualTo(BlastKind.GAINS);
        assertThat(move.kept()).isEqualTo(ExplainedOutcome.IN_BY_SEPARATE_LINE);
        assertThat(report.stillHolds()).isFalse();
        assertThat(move.atNow()).isEqualTo(BlastKind.UNCHANGED);
        assertThat(report.keys().getFirst().movingAtPublished(BlastKind.GAINS)).isEqualTo(1);
        assertThat(moves(report, BlastKind.LOSES)).containsExactly("I40");
    }

    @Test
    void aDeclarationWithdrawnTakesTheCertificateThoughTheMarksStillReach() {
        var declared = Optional.of(Set.of("I40", "I20"));
        var report = report(EightExaminees.all(), declared, "declared,I40,,remove\n");
        assertThat(report.stillTheLine()).isTrue();
        assertThat(report.moves()).hasSize(1);
        assertThat(report.moves().getFirst().atNow()).isEqualTo(BlastKind.CLAIM_LOST);
        assertThat(report.moves().getFirst().claim().before()).isTrue();
    }

    @Test
    void aQualificationVoidedTakesEverybodyOfItOut() {
        var report = report(EightExaminees.all(), "qualification,信息系统项目管理师,,voided\n");
        var key = report.keys().getFirst();
        assertThat(key.now().outcome())
                .isEqualTo(new LineOutcome.NationalLineStands(LineOutcome.Reason.NOBODY_SAT));
        assertThat(key.holds()).isEmpty();
        assertThat(key.stillHolds()).isFalse();
        assertThat(key.moving(BlastKind.LOSES)).isEqualTo(3);
    }

    @Test
    void whoMovesIsExplainedBeforeAndAfter() {
        var both = report(EightExaminees.all(), "score,N2,1,44.5\n").moves().getFirst().explained();
        assertThat(both.map(e -> e.before().outcome()))
                .contains(ExplainedOutcome.IN_BY_SEPARATE_LINE);
        assertThat(both.map(e -> e.now().outcome())).contains(ExplainedOutcome.OUT);
    }

    @Test
    void askingTwiceGivesTheSameAnswerForNothingHasChanged() {
        var first = report(EightExaminees.all(), "score,N2,1,44.5\narea,513326,,remove\n");
        var again = report(EightExaminees.all(), "score,N2,1,44.5\narea,513326,,remove\n");
        assertThat(again.toJson().canonical()).isEqualTo(first.toJson().canonical());
    }

    @Test
    void countsForOthersNameNobody() {
        var report = report(EightExaminees.all(), "score,N2,1,44.5\n");
        assertThat(report.toJson().canonical()).contains("I40").contains("explainedBefore");
        assertThat(report.countsJson().canonical()).doesNotContain("I40").doesNotContain("people");
        assertThat(report.toString()).doesNotContain("I40").doesNotContain("N2");
    }

    @Test
    void whatCannotBeAChangeIsRefusedWithItsPlace() {
        refused("score,X1,1,40\n", "CHANGE_OF_NOBODY", 2, 2);
        refused("score,I40,1,40\n", "CHANGES_NOTHING", 2, 4);
        refused("score,I40,1,40.3\n", "MARK", 2, 4);
        refused("score,I40,1,80\n", "MARK_ABOVE_FULL", 2, 4);
        refused("score,I40,4,40\n", "SUBJECT", 2, 3);
        refused("score,I40,1,\n", "MARK", 2, 4);
        refused("score,I40,1,41\nscore,I40,1,42\n", "CHANGE_TWICE", 3, 2);
        refused("standing,I40,,valid\n", "CHANGES_NOTHING", 2, 4);
        refused("standing,I40,2,voided\n", "SUBJECT_NOT_ASKED", 2, 3);
        refused("area,513326,,add\n", "CHANGES_NOTHING", 2, 4);
        refused("area,999999,,add\n", "AREA_UNKNOWN", 2, 2);
        refused("area,513326,,remove\narea,513300,,add\n", "CHANGE_TWICE", 3, 2);
        refused("declared,I40,,add\n", "NO_DECLARATIONS", 2, 2);
        refused("qualification,没有这个,,voided\n", "QUALIFICATION_UNKNOWN", 2, 2);
        refused("qualification,程序员,,voided\n", "CHANGE_OF_NOBODY", 2, 2);
        refused("wish,I40,,45\n", "CHANGE_UNKNOWN", 2, 1);
        refused("score,,1,45\n", "CHANGE_OF_NOTHING", 2, 2);
        refused("", "NO_CHANGES", 0, 0);
    }

    @Test
    void chineseWordsAreTheSameChanges() throws IOException {
        var chinese = read("改动,对象,科目,改为\n成绩,A,2,违纪\n申报,B,,去除\n地区,513326,,增加\n");
        var english =
                read(
                        "change,of,subject,to\n"
                                + "score,A,2,voided\n"
                                + "declared,B,,remove\n"
                                + "area,513326,,add\n");
        assertThat(chinese.list()).isEqualTo(english.list());
    }

    @Test
    void aDossierOfOtherInputsIsRefused() throws IOException {
        var eight = EightExaminees.all();
        var facts = facts(Optional.empty());
        var dossier = dossier(eight, facts);
        var blast = blast(facts, "score,N2,1,44.5\n");
        eight.subList(0, 7).forEach(blast::add);
        assertThatThrownBy(() -> blast.recounted(dossier.keys(), 0))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e ->
                                assertThat(e.faults().getFirst().code())
                                        .isEqualTo("DOSSIER_OF_OTHER_INPUTS"));
    }

    private static void theInequalitiesAreOfTheChangedCounts(
            BlastReport report, RandomChanges changes, String seed) {
        var rule = report.rule();
        var pool = new PoolRule(rule, changes.areas(), changes.declared()::contains);
        for (BlastKey key : report.keys()) {
            if (key.holds().isEmpty()) {
                continue;
            }
            var holds = key.holds().get();
            var measured =
                    changes.roster().stream()
                            .filter(e -> rule.keyOf(e.qualification()).equals(key.key()))
                            .filter(e -> pool.trace(e).measured())
                            .toList();
            assertThat(holds.pool()).describedAs(seed).isEqualTo(measured.size());
            assertThat(holds.passed())
                    .describedAs(seed)
                    .isEqualTo(
                            measured.stream()
                                    .filter(e -> reaches(e, holds.at(), rule.national()))
                                    .count());
            assertThat(key.stillHolds())
                    .describedAs(seed)
                    .isEqualTo(
                            holds.passed() * holds.nationalExaminees()
                                    <= holds.nationalPassed() * holds.pool());
        }
    }

    /** Who is in, by hand: without the explanations. */
    private static Set<String> in(Dossier dossier, RandomCase invented) {
        return in(
                dossier,
                invented.roster(),
                invented.areas().inForce(RandomCase.DAY),
                invented.declared().orElse(Set.of()));
    }

    private static Set<String> in(Dossier dossier, RandomChanges changes) {
        return in(dossier, changes.roster(), changes.areas(), changes.declared());
    }

    private static Set<String> in(
            Dossier dossier,
            Collection<Examinee> roster,
            Set<DivisionCode> areas,
            Set<String> declared) {
        var rule = dossier.rule();
        var in = new TreeSet<String>();
        for (Examinee one : roster) {
            boolean counted = new PoolRule(rule, areas, declared::contains).trace(one).isCounted();
            boolean applies =
                    declared.contains(one.admissionNumber())
                            || (rule.pool() != LineRule.Pool.DECLARED
                                    && areas.contains(one.division()));
            var outcome =
                    dossier.keys().stream()
                            .filter(key -> key.key().equals(rule.keyOf(one.qualification())))
                            .map(MeasuredKey::outcome)
                            .findFirst()
                            .orElseThrow();
            boolean reaches =
                    outcome instanceof SeparateLine separate
                            && reaches(one, separate.line(), rule.national());
            if (counted && (one.reaches(rule.national()) || (applies && reaches))) {
                in.add(one.admissionNumber());
            }
        }
        return in;
    }

    private static boolean reaches(Examinee one, PassingLine line, Score national) {
        return line.reachedBy(one.scores(), national);
    }

    private static Set<String> less(Set<String> from, Set<String> these) {
        var rest = new TreeSet<>(from);
        rest.removeAll(these);
        return rest;
    }

    private static Set<String> moves(BlastReport report, BlastKind kind) {
        var out = new TreeSet<String>();
        report.moves().stream()
                .filter(move -> move.atNow() == kind)
                .forEach(move -> out.add(move.admissionNumber()));
        return out;
    }

    private static Dossier determined(LineRule rule, RandomChanges changes) {
        var line =
                new LineDetermination(
                        rule,
                        changes.areas(),
                        changes.declared()::contains,
                        Qualifications.builtIn());
        changes.roster().forEach(line::add);
        return line.dossier(List.of(), Optional.empty());
    }

    private static BlastReport report(RandomCase invented, Dossier dossier, String csv) {
        return report(invented.rule(), invented.roster(), invented.facts(), dossier, csv);
    }

    private static BlastReport report(
            LineRule rule, List<Examinee> roster, PoolFacts facts, Dossier dossier, String csv) {
        try {
            var blast =
                    new BlastRadius(
                            rule, facts, read(csv), Qualifications.builtIn(), Divisions.builtIn());
            roster.forEach(blast::add);
            var count = blast.recounted(dossier.keys(), 10);
            roster.forEach(count::add);
            return count.report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BlastReport report(List<Examinee> roster, String rows) {
        return report(roster, Optional.empty(), rows);
    }

    private static BlastReport report(
            List<Examinee> roster, Optional<Set<String>> declared, String rows) {
        var facts = facts(declared);
        return report(RULE, roster, facts, dossier(roster, facts), "change,of,subject,to\n" + rows);
    }

    private static void refused(String rows, String code, long line, int column) {
        assertThatThrownBy(() -> report(EightExaminees.all(), rows))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e ->
                                assertThat(e.faults())
                                        .describedAs(rows)
                                        .extracting(Fault::code, Fault::line, Fault::column)
                                        .contains(
                                                org.assertj.core.groups.Tuple.tuple(
                                                        code, line, column)));
    }

    private static InputChanges read(String csv) throws IOException {
        return InputChanges.read(
                CsvSource.of("changes", csv), Qualifications.builtIn(), Divisions.builtIn());
    }

    private static BlastRadius blast(PoolFacts facts, String rows) throws IOException {
        return new BlastRadius(
                RULE,
                facts,
                read("change,of,subject,to\n" + rows),
                Qualifications.builtIn(),
                Divisions.builtIn());
    }

    private static PoolFacts facts(Optional<Set<String>> declared) {
        return PoolFacts.of(RandomCase.areaList(), RandomCase.DAY, declared, Divisions.builtIn());
    }

    private static Dossier dossier(List<Examinee> roster, PoolFacts facts) {
        var line =
                new LineDetermination(
                        RULE,
                        facts.inForce(),
                        facts.declared()::contains,
                        Qualifications.builtIn());
        roster.forEach(line::add);
        return line.dossier(List.of(), Optional.empty());
    }
}
