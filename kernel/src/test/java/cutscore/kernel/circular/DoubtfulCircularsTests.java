package cutscore.kernel.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import cutscore.kernel.circular.CircularDraft.NotUnderstood;
import cutscore.kernel.circular.CircularDraft.StatedLine;
import cutscore.kernel.circular.CircularDraft.Who;
import cutscore.kernel.id.Divisions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented circulars that say something unclear: it is shown, neither guessed nor dropped. */
class DoubtfulCircularsTests {
    private final Divisions divisions = Divisions.builtIn();

    @Test
    void anOpeningWithoutACloseIsShown() {
        var draft = read("一、单独划线地区：天祝县。\n请符合条件人员于2024年1月8日起申报。");
        assertThat(draft.window()).isNull();
        assertThat(notes(draft)).containsExactly("请符合条件人员于2024年1月8日起申报");
    }

    @Test
    void aCloseWithoutAnOpeningIsShown() {
        var draft = read("一、单独划线地区：天祝县。\n二、截止时间\n截止到2024年7月3日17:00。");
        assertThat(draft.window()).isNull();
        assertThat(notes(draft)).containsExactly("截止到2024年7月3日17:00");
    }

    @Test
    void aCloseThatIsPutOffIsNoWindow() {
        var draft = read("申报截止时间由2024年7月3日17:00延长至2024年7月10日17:00。");
        assertThat(draft.window()).isNull();
        assertThat(draft.notUnderstood()).hasSize(1);
    }

    @Test
    void aDenialOfAllButOneIsNoArea() {
        var draft = read("一、单独划线地区\n兰州市永登县以外不设。天祝县、古浪县。");
        assertThat(codes(draft)).containsExactly("620622", "620623");
        assertThat(notes(draft)).containsExactly("兰州市永登县以外不设");
    }

    @Test
    void bracketsThatTakeOutNeverTurnIntoAList() {
        assertThat(codes(read("一、单独划线地区\n甘南州（合作市、夏河县除外）。")))
                .hasSize(6)
                .doesNotContain("623001", "623027");
        var draft = read("一、单独划线地区\n甘南州（不含某某镇）。");
        assertThat(codes(draft)).hasSize(8);
        assertThat(notes(draft)).containsExactly("某某镇");
    }

    @Test
    void anUnknownCountyOfAPrefectureIsNotTheWholePrefecture() {
        var draft = read("一、单独划线地区\n天祝县、甘南州某某县、古浪县。");
        assertThat(codes(draft)).containsExactly("620622", "620623");
        assertThat(notes(draft)).containsExactly("某某县");
    }

    @Test
    void aGroupOfAreasWithoutNamesIsShown() {
        var draft = read("一、单独划线地区：天祝县、四省涉藏州县、临夏市。");
        assertThat(codes(draft)).containsExactly("620623", "622901");
        assertThat(notes(draft)).containsExactly("四省涉藏州县");
    }

    @Test
    void kindsOfPeopleAreReferredToByTheirNumbers() {
        var draft =
                read(
                        "二、对象\n（一）户籍在上述地区的考生；（二）不在上述地区但在上述地区工作的考生。\n"
                                + "三、申报材料 （一）类人员：户口簿、承诺书；（二）类人员：工作证明。\n四、单独划线地区：天祝县。");
        assertThat(draft.groups())
                .containsExactly(
                        new CircularDraft.Group(Who.HOUSEHOLD, null, List.of("户口簿", "承诺书")),
                        new CircularDraft.Group(Who.WORKS, null, List.of("工作证明")));
    }

    @Test
    void aHeadingOnStandardsStatesTheLine() {
        var draft = read("一、单独划线地区：天祝县。\n二、合格标准：各科目均为40分。");
        assertThat(draft.lines()).containsExactly(new StatedLine("计算机软件资格考试", "2023-2", "40"));
    }

    @Test
    void aSignatureAndItsDateMayShareALine() {
        var draft = read("单独划线地区：天祝县。\n申报时间：2025年1月6日10:00 至 2025年1月15日19:30\n甘肃省人事考试中心 2025年1月3日");
        assertThat(draft.published()).hasToString("2025-01-03");
        assertThat(draft.authority()).isEqualTo("甘肃省人事考试中心");
    }

    @Test
    void otherTextsAreNoCirculars() {
        for (String text :
                List.of(
                        "今天天气很好。",
                        "关于成绩复核的通知\n"
                                + "复核申请时间：2023年12月21日至2024年1月20日。\n"
                                + "各地（含单独划线地区）考生均可申请复核。\n"
                                + "某中心\n"
                                + "2023年12月20日",
                        "准考证号,报考地区划代码\n1001,513326",
                        "关于报名的通知\n一、考区：阿坝县、成都市。\n二、合格标准：各科目均为45分。",
                        "甘 ".repeat(60_000))) {
            assertThatThrownBy(() -> CircularReader.read(text, divisions))
                    .isInstanceOf(Unreadable.class);
        }
    }

    private CircularDraft read(String body) {
        return CircularReader.read("甘肃省关于2023年下半年计算机软件资格考试单独划线的通知\n" + body + "\n", divisions);
    }

    private static List<String> notes(CircularDraft draft) {
        return draft.notUnderstood().stream().map(NotUnderstood::text).toList();
    }

    private static List<String> codes(CircularDraft draft) {
        return draft.areas().stream().map(a -> a.code().value()).toList();
    }
}
