package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An analyst at the workbench: by keys, by typing, by dragging, and without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchWalkTests {
    private Chromium chromium;
    private BrowserContext scripted;
    private BrowserContext plain;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        scripted = chromium.signedIn("analyst", true);
        plain = chromium.signedIn("analyst", false);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void theStartListsTheSnapshotAndOpensIt() {
        try (Page page = plain.newPage()) {
            page.navigate(Site.address("/national/workbench"));
            assertThat(page.locator("main").innerText()).contains("已由两人核对");
            page.locator("tbody th a[href*='" + Site.running().snapshot() + "']").first().click();
            assertThat(page.locator("h1").innerText()).contains("划线工作台");
            assertThat(headline(page)).contains("可行", "低于全国", "个百分点", "新增");
        }
    }

    @Test
    void withoutAScriptTheLineIsMovedByLinksAndByTyping() {
        try (Page page = plain.newPage()) {
            open(page, "");
            String before = headline(page);
            page.locator("#lower").click();
            assertThat(headline(page)).isNotEqualTo(before).contains("不可行，超过");
            assertThat(page.url()).contains("mark=");
            page.locator("#typed").fill("44");
            Chromium.send(page, page.locator(".held-form button"));
            assertThat(page.url()).contains("mark=44");
            assertThat(headline(page)).startsWith("44 分：可行");
            page.goBack();
            assertThat(headline(page)).contains("不可行");
        }
    }

    @Test
    void anUnreadableMarkIsSaidAndThePageStands() {
        try (Page page = plain.newPage()) {
            var answer = page.navigate(address("?mark=4x"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(page.locator(".faults").innerText()).contains("39 或 39.5");
            assertThat(headline(page)).contains("分：");
        }
    }

    @Test
    void keysMoveTheLineAndLeaveTextFieldsAlone() {
        try (Page page = scripted.newPage()) {
            open(page, "?mark=40");
            page.keyboard().press("ArrowUp");
            waitFor(page, "41 分");
            assertThat(page.url()).contains("mark=41");
            page.keyboard().press("ArrowDown");
            waitFor(page, "40 分");
            page.locator("#typed").focus();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("KeyT");
            assertThat(page.url()).contains("mark=40").doesNotContain("view=table");
            page.locator("#typed").blur();
            page.keyboard().press("KeyT");
            page.locator("table.ladder").waitFor();
            assertThat(page.url()).contains("view=table");
            page.keyboard().press("KeyT");
            page.locator(".curve-chart").waitFor();
            page.goBack();
            page.locator("table.ladder").waitFor();
        }
    }

    @Test
    void aKeyInsideAnInputMethodIsNoCommand() {
        try (Page page = scripted.newPage()) {
            open(page, "?mark=40");
            page.evaluate(
                    "() => document.dispatchEvent(new KeyboardEvent('keydown',"
                            + " {code: 'KeyT', key: 't', isComposing: true, bubbles: true}))");
            page.evaluate(
                    "() => document.body.dispatchEvent(new KeyboardEvent('keydown',"
                            + " {code: 'ArrowUp', keyCode: 229, bubbles: true}))");
            page.waitForTimeout(200);
            assertThat(page.url()).endsWith("?mark=40");
        }
    }

    @Test
    void draggingTheLineIsTheSameAsTyping() {
        try (Page page = scripted.newPage()) {
            page.setViewportSize(1280, 900);
            open(page, "?mark=40");
            page.locator(".on-wide .knot").scrollIntoViewIfNeeded();
            var knot = page.locator(".on-wide .knot").boundingBox();
            var axis = page.locator(".on-wide .axis").boundingBox();
            page.mouse().move(knot.x + knot.width / 2, knot.y + knot.height / 2);
            page.mouse().down();
            page.mouse()
                    .move(
                            axis.x + axis.width - 1,
                            knot.y,
                            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
            page.mouse().up();
            waitFor(page, "45 分");
            assertThat(page.url()).contains("mark=45");
            String dragged = headline(page);
            open(page, "?mark=45");
            assertThat(headline(page)).isEqualTo(dragged);
        }
    }

    @Test
    void everyShapeHasItsLine() {
        try (Page page = plain.newPage()) {
            open(page, "");
            page.locator("#shape").selectOption("perSubject");
            Chromium.send(page, page.locator(".settings button"));
            assertThat(page.locator(".held-form input[name=marks]").count()).isEqualTo(3);
            assertThat(page.locator(".answer").innerText()).contains("、");
            page.locator("#shape").selectOption("totalAndFloor");
            Chromium.send(page, page.locator(".settings button"));
            assertThat(page.locator("#floor").inputValue()).isEqualTo("35");
            assertThat(headline(page)).contains("总分");
        }
    }

    @Test
    void twoScenariosAreFrozenAndCompared() {
        try (Page page = scripted.newPage()) {
            open(page, "?mark=41");
            page.keyboard().press("KeyS");
            page.locator("#name").fill("甲案");
            page.keyboard().press("Enter");
            // The address stays the same: only the words tell that the page is the next one.
            page.locator("[role=status]:has-text('已冻结')").first().waitFor();
            open(page, "?pool=both&sat=all");
            page.locator("#name").fill("乙案");
            Chromium.send(page, page.locator("#freeze button"));
            var picks = page.locator(".picks tbody tr");
            assertThat(picks.count()).isEqualTo(2);
            picks.nth(0).locator("input[name=a]").check();
            picks.nth(1).locator("input[name=b]").check();
            Chromium.send(page, page.locator(".scenarios form[method=get] button"));
            assertThat(page.locator("h1").innerText()).contains("甲案", "乙案");
            assertThat(page.locator("tr.chosen").count()).isGreaterThanOrEqualTo(2);
            assertThat(page.locator(".second-curve").count()).isEqualTo(1);
            Look.at(page, "comparison");
            page.goBack();
            page.locator("h1").click();
            page.keyboard().press("ArrowRight");
            page.waitForURL("**mark=41**");
        }
    }

    @Test
    void theFilesAreTheFiguresOfThePage() {
        var files = plain.request();
        String lines = files.get(address("/lines.csv?mark=40")).text();
        assertThat(lines).startsWith("\ufeffline,passed,pool,").contains("\r\n40,");
        assertThat(files.get(address("/counties.csv")).text()).contains("513");
        assertThat(files.get(address("/marks.csv")).text()).contains("0–4.5");
        assertThat(files.get(address("/sensitivity.csv")).text().lines()).hasSize(1 + 18 * 5);
        assertThat(files.get(address("/rule.json?sat=all")).text()).contains("\"sat\":\"all\"");
        assertThat(files.get(address("/roster.csv")).text().lines()).hasSize(5001);
    }

    @ParameterizedTest
    @CsvSource({
        "workbench-table, ?view=table",
        "workbench-subjects, ?shape=perSubject&subject=2",
        "workbench-total, ?shape=totalAndFloor",
        "workbench-fails, ?mark=38",
        "workbench-qualifications, ?key=qualification&of=程序员"
    })
    void itFitsTheScreenAndAxeFindsNothing(String name, String state) {
        try (Page page = scripted.newPage()) {
            open(page, state);
            Look.at(page, name);
        }
    }

    @Test
    void aCaseFileOffersItsPapers() {
        try (Page page = scripted.newPage()) {
            page.navigate(Site.address("/national"));
            page.locator("tbody tr:has-text('已公布') th a").first().click();
            assertThat(page.locator("main").innerText()).contains("谁选定", "第二次测算", "不用除法", "余量");
            assertThat(page.locator(".downloads a").allInnerTexts())
                    .contains("报送材料（PDF）", "复算表（xlsx）", "dossier.json", "declared.csv");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?shape=totalAndFloor"})
    void onAPhoneTheAnswerComesFirst(String state) {
        try (Page page = plain.newPage()) {
            page.setViewportSize(360, 740);
            open(page, state);
            double answer = page.locator(".bench-answer").boundingBox().y;
            assertThat(answer).isLessThan(page.locator(".bench-charts").boundingBox().y);
            assertThat(answer).isLessThan(page.locator(".bench-settings").boundingBox().y);
        }
    }

    private static String address(String state) {
        var site = Site.running();
        return site.url() + "/national/workbench/" + site.snapshot() + state;
    }

    private static void open(Page page, String state) {
        page.navigate(address(state));
    }

    private static String headline(Page page) {
        return page.locator("#headline").innerText().strip();
    }

    private static void waitFor(Page page, String words) {
        page.locator("#headline")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .waitFor();
    }
}
