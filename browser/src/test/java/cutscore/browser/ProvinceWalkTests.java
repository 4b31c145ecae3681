package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A lead filters the list, keeps a view, looks at the day, takes an export: without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvinceWalkTests {
    private Chromium chromium;
    private BrowserContext lead;
    private BrowserContext eyes;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        lead = chromium.signedIn("lead", false);
        eyes = chromium.signedIn("lead", true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aListIsFilteredKeptAndTakenAway() throws IOException {
        try (Page page = lead.newPage()) {
            page.navigate(Site.address("/province?stage=APPROVED"));
            page.locator("#ground").selectOption("REGISTERED");
            Chromium.send(page, page.locator(".filter-acts button"));
            assertThat(page.url()).contains("stage=APPROVED").contains("ground=REGISTERED");
            keep(page);
            columns(page);
            export(page);
        }
        looksRight("/province?stage=ALL", "province-list");
        looksRight("/province?stage=ALL&from=30.2.2023", "province-list-wrong");
        looksRight("/province?stage=ALL&scheme=dark&rows=compact", "province-list-dark");
        looksRight("/province/overview", "province-overview-dark");
        light();
        looksRight("/province/exports/new?session=2023-1&stage=APPROVED", "province-exports-new");
    }

    private static void keep(Page page) {
        page.locator("summary").filter(text("视图")).click();
        page.locator("#view-name").fill("通过的（虚构）");
        Chromium.send(page, page.locator("form[action$='/views'] button"));
        assertThat(page.locator(".saved-views").innerText()).contains("通过的（虚构）");
        assertThat(page.url()).contains("ground=REGISTERED");
    }

    private static void columns(Page page) {
        page.locator("summary").filter(text("列")).click();
        page.locator("#c-STAGE").check();
        Chromium.send(page, page.locator("form[action$='/columns'] button"));
        assertThat(page.locator("table.list thead").innerText()).contains("状态");
        assertThat(page.url()).contains("ground=REGISTERED");
    }

    private void export(Page page) throws IOException {
        page.locator("a").filter(text("导出这个列表")).click();
        page.locator("#kind").selectOption("REVIEW");
        page.locator("#purpose").fill("核对名单（虚构）");
        Chromium.send(page, page.locator("main form button.button"));
        var link = page.locator("a[download]").first();
        for (int i = 0; i < 20 && link.count() == 0; i++) {
            page.waitForTimeout(1000);
            page.navigate(Site.address("/province/exports"));
        }
        var file = page.waitForDownload(link::click).path();
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .contains("核对名单（虚构）");
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions text(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    /** The choice stays with the lead: other walks look at light pages. */
    private void light() {
        try (Page page = eyes.newPage()) {
            page.navigate(Site.address("/province/overview?scheme=light&rows=normal"));
        }
    }

    private void looksRight(String where, String name) {
        try (Page page = eyes.newPage()) {
            page.navigate(Site.address(where));
            Look.at(page, name);
        }
    }
}
