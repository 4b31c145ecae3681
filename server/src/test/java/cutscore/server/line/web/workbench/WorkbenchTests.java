package cutscore.server.line.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.Words;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.line.PassingLine;
import cutscore.kernel.line.RateComparison;
import cutscore.kernel.rule.LineRule;
import cutscore.kernel.rule.Shape;
import cutscore.kernel.score.Score;
import cutscore.server.line.web.ShownRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workbench says, without a server. */
class WorkbenchTests {
    private static final SessionId SESSION = SessionId.of(2023, 1);

    private final Headcount people = Sample.of(11, 6000).headcount();
    private final Workbench workbench =
            new Workbench(
                    new InputSet(
                            new UUID(0, 1), SESSION, new Words("四川", "Sichuan"), "ab".repeat(32)),
                    people,
                    List.of());

    @Test
    void theAnswerIsASentenceWithTheFractionAndTheHeadroomInPeople() {
        var below = new RateComparison(each("38"), 420, 1903, 1234, 5678);
        var answer =
                new Answer(
                        new RateComparison(each("39"), 412, 1903, 1234, 5678),
                        100,
                        Optional.of(below));
        assertThat(answer.headline().zh()).isEqualTo("39 分：可行，低于全国 0.08 个百分点，新增 312 人");
        assertThat(answer.next().orElseThrow().zh()).isEqualTo("38 分：不可行，超过 7 人");
        assertThat(answer.headroom().zh()).isEqualTo("余量 1 人");
        assertThat(plain(answer.inequality()))
                .isEqualTo("412/1 903 = 21.65 % ≤ 1 234/5 678 = 21.73 %");
        assertThat(plain(answer.crosswise()))
                .isEqualTo("412 × 5 678 = 2 339 336 ≤ 1 234 × 1 903 = 2 348 302");
    }

    @Test
    void ratesThatAreEqualOrAHairApartAreSaidToBe() {
        assertThat(ShownRate.distance(new RateComparison(each("39"), 1, 3, 2, 6)).zh())
                .isEqualTo("正好等于全国");
        assertThat(
                        ShownRate.distance(new RateComparison(each("39"), 333_333, 1_000_000, 1, 3))
                                .zh())
                .isEqualTo("低于全国不到 0.01 个百分点");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key=session&sat=all&pool=both&step=0.5&mark=40.5",
                "of=初级&shape=perSubject&marks=40,41&subject=2&a=x&b=y&view=table",
                "of=高级&shape=totalAndFloor&floor=35&total=120",
                "key=qualification&of=程序员&lowest=10&national=46"
            })
    void anAddressThatThePageWroteIsReadAsItWasWritten(String query) {
        var fields = fields(query);
        var read = ChoiceReader.read(SESSION, fields);
        assertThat(read.faults()).isEmpty();
        assertThat(read.choice().fields()).isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mark=abc",
                "mark=40.5",
                "mark=46",
                "key=county",
                "shape=round",
                "step=2",
                "national=45.5",
                "shape=totalAndFloor&floor=45",
                "shape=perSubject&marks=40,x",
                "of=nobody",
                "shape=perSubject&of=高级&marks=40",
                "shape=totalAndFloor&total=999"
            })
    void whatIsMistypedIsSaidBesideItsFieldAndThePageStands(String query) {
        var bench = workbench.bench(ChoiceReader.read(SESSION, fields(query)));
        assertThat(bench.faults()).hasSize(1);
        assertThat(bench.looked()).isPresent();
    }

    @Test
    void withoutALineToHoldUpTheRulesOwnIsHeldUp() {
        for (String shape : List.of("uniform", "perSubject", "totalAndFloor")) {
            var bench = workbench.bench(ChoiceReader.read(SESSION, Map.of("shape", shape)));
            var measured = bench.measured().orElseThrow();
            if (Sensitivity.shortly(measured.outcome()).zh().equals("同全国")) {
                assertThat(bench.atResult()).isFalse();
            } else {
                assertThat(bench.atResult()).isTrue();
                assertThat(bench.looked().orElseThrow().answer().lawful()).isTrue();
            }
        }
    }

    @Test
    void aKeyOfTwoAndThreeSubjectsHasNoLineBySubjectAndThePageSaysWhy() {
        var bench =
                workbench.bench(
                        ChoiceReader.read(
                                SESSION, Map.of("key", "session", "shape", "perSubject")));
        assertThat(bench.looked()).isEmpty();
        assertThat(bench.refused()).isNotEmpty();
    }

    @Test
    void everyCombinationOfTheUndefinedSettingsHasALine() {
        var table = Sensitivity.of(people, LineRule.defaults(SESSION));
        assertThat(table.rows()).hasSize(18);
        assertThat(table.rows()).filteredOn(Sensitivity.Row::chosen).hasSize(1);
        assertThat(table.columns()).hasSize(5);
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(5));
        assertThat(table.rows().stream().filter(Sensitivity.Row::chosen).findFirst())
                .get()
                .satisfies(row -> assertThat(row.cells()).noneMatch(Sensitivity.Cell::other));
    }

    @Test
    void aCountyOfFewerThanFiveIsNeverShownAlone() {
        var table =
                CountyTable.of(
                        List.of(county("513326", 4), county("513401", 30), county("513322", 9)));
        assertThat(table.shown()).extracting(CountyTable.Row::people).containsExactly(30L);
        assertThat(table.folded())
                .singleElement()
                .satisfies(r -> assertThat(r.people()).isEqualTo(13));
    }

    @Test
    void fewerThanFiveInAllAreNotShown() {
        var table = CountyTable.of(List.of(county("513326", 2), county("513401", 1)));
        assertThat(table.shown()).isEmpty();
        assertThat(table.folded()).isEmpty();
    }

    @Test
    void everyProvinceIsOneSquareAndNoTwoShareAPlace() {
        var tiles = ProvinceTiles.of(List.of(county("513326", 9))).tiles();
        assertThat(tiles).hasSize(34);
        assertThat(tiles.stream().map(t -> t.column() + "," + t.row()).distinct()).hasSize(34);
        assertThat(tiles.stream().filter(t -> t.people() > 0)).hasSize(1);
    }

    @Test
    void aCellThatASpreadsheetWouldComputeIsText() {
        var csv =
                new String(
                        new Csv().row("=1+1", "a,b", 3).bytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\ufeff'=1+1,\"a,b\",3\r\n");
    }

    @Test
    void theCommandHoldsTheWholeRule() {
        var rule = LineRule.defaults(SESSION).shaped(new Shape.PerSubject());
        assertThat(PastedCommand.of(rule))
                .startsWith("printf '%s' '" + rule.toJson().canonical() + "' > rule.json && ")
                .contains("./cutscore line determine --roster roster.csv --areas areas.csv");
    }

    private static Headcount.County county(String code, long people) {
        return new Headcount.County(
                new DivisionCode(code), people, new long[] {0, people / 2, people, 0});
    }

    private static PassingLine each(String mark) {
        return new PassingLine.EachSubject(Score.of(mark));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Map<String, String> fields(String query) {
        var fields = new java.util.LinkedHashMap<String, String>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            fields.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return fields;
    }
}
