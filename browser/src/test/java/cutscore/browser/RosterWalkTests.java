package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cutscore.kernel.seal.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A roster with a fault goes back in red, is mended, imported, taken back; without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterWalkTests {
    private Chromium chromium;
    private BrowserContext first;
    private BrowserContext second;
    private BrowserContext firstEyes;
    private BrowserContext secondEyes;
    @TempDir Path folder;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        first = chromium.signedIn("analyst", false);
        second = chromium.signedIn("analyst-2", false);
        firstEyes = chromium.signedIn("analyst", true);
        secondEyes = chromium.signedIn("analyst-2", true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aFaultyRosterGoesBackInRedIsMendedImportedAndTakenBack() throws IOException {
        String faulty = send(file("faulty.csv", "99"));
        assertThat(settled(faulty)).contains("有错误，改好后重新上传").contains("高于满分");
        Look.at(firstEyes, faulty, "roster-faulty");
        byte[] back = first.request().get(Site.address(faulty + "/errors.xlsx")).body();
        assertThat(second.request().get(Site.address(faulty + "/errors.xlsx")).status())
                .isEqualTo(404);
        var mended = folder.resolve("mended.xlsx");
        try (var book = new XSSFWorkbook(new java.io.ByteArrayInputStream(back));
                var out = Files.newOutputStream(mended)) {
            var red = book.getSheetAt(0).getRow(1).getCell(4);
            assertThat(red.getCellComment().getString().getString()).contains("高于满分");
            // A fresh cell: in one whose text stands in line the library would leave the old text.
            red.getRow().createCell(4).setCellValue("45.5");
            book.write(out);
        }
        String sound = send(mended);
        assertThat(settled(sound)).contains("没有错误，可以导入").contains("上次已收");
        Look.at(firstEyes, sound, "roster-sound");
        press(first, sound, "导入");
        assertThat(settled(sound)).contains("已导入");
        String roster = imported(sound);
        Look.at(firstEyes, roster, "roster-waiting");
        refusedToTheSecond(roster, mended);
        press(first, roster, "撤回这次导入");
        Look.at(secondEyes, roster, "roster-taken-back");
        assertThat(said(second, roster)).contains("已撤回");
    }

    @Test
    void aRosterMayBeLargerThanEvidenceAndIsNoneAllTheSame() throws IOException {
        var large = folder.resolve("large.csv");
        Files.writeString(large, ("no table at all, " + "x".repeat(80) + "\n").repeat(120_000));
        assertThat(Files.size(large)).isGreaterThan(11L << 20);
        assertThat(settled(send(large))).contains("有错误").contains("缺少列");
    }

    /** The session of the demonstration has its roster: a second one is not confirmed. */
    private void refusedToTheSecond(String roster, Path mended) throws IOException {
        try (Page page = secondEyes.newPage()) {
            page.navigate(Site.address(roster));
            assertThat(page.locator("main").innerText()).doesNotContain("控制总数\n");
            page.locator("#sha256").fill(Digest.hex(Files.readAllBytes(mended)));
            page.locator("#rows").fill("30");
            page.locator("#halfPoints").fill(String.valueOf(30 * 171));
            Chromium.send(page, page.locator("main form button.button"));
            assertThat(page.locator(".faults").innerText()).contains("名册已经确认");
            assertThat(page.locator("#rows").inputValue()).isEqualTo("30");
            Look.at(page, "roster-confirming");
        }
    }

    private Path file(String name, String firstMark) throws IOException {
        String rows =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        "W%04d,513326,软件设计师,%s,40,,,居民身份证,9901011990010112%02d,虚构%d"
                                                .formatted(i, i == 0 ? firstMark : "45.5", i, i))
                        .collect(Collectors.joining("\n"));
        String headings = "准考证号,报名地行政区划代码,资格名称,科目一,科目二,科目三,考试状态,证件类型,证件号码,姓名\n";
        return Files.write(
                folder.resolve(name), (headings + rows + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String send(Path file) {
        try (Page page = first.newPage()) {
            page.navigate(Site.address("/national/rosters"));
            page.locator("#session").selectOption("2023-1");
            page.locator("#file").setInputFiles(file);
            Chromium.send(page, page.locator("form[enctype] button.button"));
            return Site.path(page.url());
        }
    }

    /** What the page says when it looks no more. */
    private String settled(String where) {
        try (Page page = first.newPage()) {
            page.navigate(Site.address(where));
            page.waitForCondition(
                    () -> !page.locator("main").innerText().contains("自动刷新"),
                    new Page.WaitForConditionOptions().setTimeout(60_000));
            return page.locator("main").innerText();
        }
    }

    private String imported(String upload) {
        try (Page page = first.newPage()) {
            page.navigate(Site.address(upload));
            page.locator("main a.button").click();
            return Site.path(page.url());
        }
    }

    private static void press(BrowserContext who, String where, String button) {
        try (Page page = who.newPage()) {
            page.navigate(Site.address(where));
            Chromium.send(
                    page,
                    page.locator("main form button")
                            .filter(new Locator.FilterOptions().setHasText(button)));
        }
    }

    private static String said(BrowserContext who, String where) {
        try (Page page = who.newPage()) {
            page.navigate(Site.address(where));
            return page.locator("main").innerText();
        }
    }
}
