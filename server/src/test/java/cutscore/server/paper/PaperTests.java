package cutscore.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTests {
    private static final Paper PAPER = new Paper(new PaperSettings(null));
    static final Instant MADE = Instant.parse("2023-11-01T02:00:00Z");

    @Test
    void everyCharacterOfAnOrdinaryNameIsThere() {
        assertThat(PAPER.missing("扎西·尼玛 Zhang 䶮㛃堃喆珺玥·阿卜杜拉")).isEmpty();
    }

    @Test
    void aCharacterNoFontHasIsNamed() {
        var missing = PAPER.missing("措ཀ姆");
        assertThat(missing).containsExactly(new Unprintable(0x0F40));
        assertThat(missing.getFirst().words().zh()).contains("U+0F40");
        assertThat(PAPER.missing("𠮷\u200b\u0000"))
                .containsExactly(
                        new Unprintable(0x20BB7), new Unprintable(0x200B), new Unprintable(0));
    }

    @Test
    void theSameSheetGivesTheSameBytes() {
        assertThat(announcement()).isEqualTo(announcement());
    }

    static byte[] announcement() {
        return PAPER.sheet(Imprint.of("关于公布合格标准的公告", "工业和信息化部教育与考试中心", MADE))
                .brand()
                .title("关于公布 2023 年上半年计算机软件资格考试单独划线地区合格标准的公告")
                .paragraph("按照单独划线通过率不高于全国平均通过率的原则，经审核备案，现将合格标准公布如下。")
                .table(
                        List.of("级别", "合格标准", "满分"),
                        List.of(List.of("高级", "各科 40 分", "75"), List.of("中级", "没有单独线，同全国", "75")))
                .heading("说明")
                .paragraph("数据为虚构样本。".repeat(20))
                .atRight("工业和信息化部教育与考试中心")
                .atRight("2023年11月1日")
                .qr("HX1ABC", "二维码", List.of("核验方法：扫码。", "第二行"))
                .sample("样本 SAMPLE", "不是正式证书 · not an official document")
                .print();
    }
}
