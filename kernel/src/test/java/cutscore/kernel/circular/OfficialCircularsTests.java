package cutscore.kernel.circular;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.circular.CircularDraft.Group;
import cutscore.kernel.circular.CircularDraft.Route;
import cutscore.kernel.circular.CircularDraft.SpellingDoubt;
import cutscore.kernel.circular.CircularDraft.StatedLine;
import cutscore.kernel.circular.CircularDraft.Who;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.id.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two real circulars of {@code examples/circulars}. */
class OfficialCircularsTests {
    private static final Path EXAMPLES = Path.of("../examples/circulars");
    private final Divisions divisions = Divisions.builtIn();

    @Test
    void theSichuanCircularNamesItsFiftyOneCounties() throws IOException {
        var draft = CircularReader.read(sichuan(), divisions);
        var expected =
                Stream.concat(
                        Stream.of("511113", "511132", "511133"),
                        Stream.of("513200", "513300", "513400")
                                .flatMap(p -> divisions.counties(new DivisionCode(p)).stream())
                                .map(d -> d.code().value()));
        assertThat(draft.areas()).hasSize(51);
        assertThat(draft.areas())
                .extracting(a -> a.code().value())
                .containsExactlyElementsOf(expected.toList());
        assertThat(draft.spellingDoubts())
                .containsExactly(new SpellingDoubt("道乎县", "道孚县", new DivisionCode("513326")));
        assertThat(draft.notUnderstood()).isEmpty();
    }

    @Test
    void aCountyOfSeveralListsKeepsTheGroundAndTheClauseOfEach() throws IOException {
        var areas = CircularReader.read(sichuan(), divisions).areas();
        assertThat(
                        areas.stream()
                                .filter(a -> a.name().equals("盐源县"))
                                .findFirst()
                                .orElseThrow()
                                .grounds())
                .containsExactly("KEY_COUNTY", "TIBETAN_COUNTIES", "LIANGSHAN_LESHAN");
        assertThat(
                        areas.stream()
                                .filter(a -> a.name().equals("道孚县"))
                                .findFirst()
                                .orElseThrow()
                                .clauses())
                .containsExactly("一、四川省单独划线地区 国家乡村振兴重点帮扶县", "一、四川省单独划线地区 涉藏州县");
    }

    @Test
    void theSichuanCircularSaysWhoWhenAndByWhichRoute() throws IOException {
        var draft = CircularReader.read(sichuan(), divisions);
        assertThat(draft.title()).isEqualTo("关于2023年上半年计算机技术与软件专业技术资格（水平）考试四川省单独划线职业资格证书申领有关事项的通知");
        assertThat(draft.authority()).isEqualTo("四川省人事考试中心");
        assertThat(draft.published()).isEqualTo(LocalDate.of(2023, 8, 22));
        assertThat(draft.documentNumbers()).containsExactly("人社厅发〔2022〕25号", "工信教〔2023〕43号");
        assertThat(draft.sessions()).containsExactly(new SessionId("2023-1"));
        assertThat(draft.window()).isNotNull();
        assertThat(draft.toJson().object("window").text("opens"))
                .isEqualTo("2023-08-22T09:00:00+08:00");
        assertThat(draft.toJson().object("window").text("closes"))
                .isEqualTo("2023-09-04T17:00:00+08:00");
        assertThat(draft.groups())
                .containsExactly(
                        new Group(Who.REGISTERED, Route.ORDINARY, List.of()),
                        new Group(Who.WORKS, Route.REPLACEMENT, List.of()));
        assertThat(draft.lines()).isEmpty();
        assertThat(draft.validity()).endsWith("证书仅在单独划线地区有效");
        assertThat(draft.legalBasis()).containsExactly("人力资源和社会保障部令第31号 第十条");
    }

    @Test
    void aCopiedPageAroundItChangesNothing() throws IOException {
        var clean = CircularReader.read(sichuan(), divisions);
        var copied = CircularReader.read(CopiedPage.around(sichuan()), divisions);
        assertThat(copied.toJson().canonical()).isEqualTo(clean.toJson().canonical());
    }

    @Test
    void theLateClaimCircularStatesLinesAndNoAreas() throws IOException {
        var draft =
                CircularReader.read(
                        Files.readString(EXAMPLES.resolve("national-late-claim-2024.txt")),
                        divisions);
        assertThat(draft.sessions())
                .extracting(SessionId::value)
                .containsExactly("2023-1", "2023-2", "2024-1");
        assertThat(draft.areas()).isEmpty();
        assertThat(draft.lines())
                .containsExactly(
                        new StatedLine("计算机软件资格考试", "2023-1", "40"),
                        new StatedLine("计算机软件资格考试", "2023-2", "42"),
                        new StatedLine("计算机软件资格考试", "2024-1", "39"),
                        new StatedLine("全国通信专业技术人员职业水平考试", "2023", "50"));
        assertThat(draft.toJson().object("window").canonical())
                .isEqualTo(
                        "{\"closes\":\"2024-10-25T17:00:00+08:00\",\"opens\":\"2024-09-23T09:00:00+08:00\"}");
        assertThat(draft.authority()).isEqualTo("工业和信息化部教育与考试中心");
        assertThat(draft.published()).isEqualTo(LocalDate.of(2024, 9, 20));
        assertThat(draft.groups())
                .containsExactly(
                        new Group(Who.REGISTERED, null, List.of()),
                        new Group(Who.WORKS, null, List.of()));
    }

    @Test
    void theDraftHasTheMembersThatOthersScript() throws IOException {
        assertThat(CircularReader.read(sichuan(), divisions).toJson().members().keySet())
                .containsExactly(
                        "title",
                        "authority",
                        "published",
                        "documentNumbers",
                        "sessions",
                        "areas",
                        "spellingDoubts",
                        "window",
                        "groups",
                        "lines",
                        "validity",
                        "legalBasis",
                        "notUnderstood");
    }

    private static String sichuan() throws IOException {
        return Files.readString(EXAMPLES.resolve("sichuan-2023H1.txt"));
    }
}
