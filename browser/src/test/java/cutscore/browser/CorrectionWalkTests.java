package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An analyst asks why somebody is in or out, and what a correction would do, with a script and
 * without: from the proposal to the certificates, on a wide screen and on a narrow one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String ADMISSION = "XG20231000000036";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Chromium chromium;
    private BrowserContext scripted;
    private BrowserContext plain;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        scripted = signedIn(true);
        plain = signedIn(false);
    }

    private BrowserContext signedIn(boolean script) {
        var context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setJavaScriptEnabled(script)
                                        .setViewportSize(1280, 900));
        try (Page page = context.newPage()) {
            var site = Site.running();
            page.navigate(site.url() + "/sign-in");
            page.locator("#name").fill(site.analyst().name());
            page.locator("#password").fill(site.analyst().password());
            page.locator("main form button").first().click();
            page.waitForURL("**/desk");
        }
        return context;
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExamineeIsExplainedAndTheNumberStaysOutOfTheAddress(boolean script) {
        try (Page page = (script ? scripted : plain).newPage()) {
            proposal(page);
            page.locator("a[href$='/explain']").click();
            page.locator("#number").fill("nobody");
            page.locator("form.narrow button").click();
            assertThat(page.locator(".faults").innerText()).contains("名册里没有");
            page.locator("#number").fill(ADMISSION);
            page.locator("form.narrow button").click();
            assertThat(page.url()).doesNotContain(ADMISSION).endsWith("/explain");
            assertThat(page.locator("main").innerText())
                    .contains("在内")
                    .contains("报名地")
                    .contains("什么会改变结论");
            fits(page, "explain", script);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCorrectionIsTriedFromTheLineToTheCertificates(boolean script) {
        try (Page page = (script ? scripted : plain).newPage()) {
            proposal(page);
            page.locator("a[href$='/changes']").click();
            fits(page, "changes-form", script);
            page.locator("#changes")
                    .fill("change,of,subject,to\narea,513300,,remove\narea,513200,,remove");
            page.locator("form:has(#changes) button").click();
            assertThat(page.locator("h1").innerText()).containsAnyOf("不再成立", "另一条线", "线不变");
            assertThat(page.locator("main").innerText())
                    .contains("全国通过率")
                    .contains("由内转外")
                    .contains("什么都没有被改动");
            fits(page, "changes", script);
            page.locator("form[action^='/certificates/touched'] button").click();
            assertThat(page.locator("h1").innerText()).contains("证书");
            fits(page, "touched", script);
            page.locator("#changes").fill("change,of,subject,to\nscore,NOBODY,1,40");
            page.locator("form:has(#changes) button").click();
            assertThat(page.locator(".faults").innerText()).contains("第 2 行第 2 栏");
        }
    }

    private static void proposal(Page page) {
        page.navigate(Site.running().url() + "/national");
        page.locator("tbody tr:has-text('已公布') th a").first().click();
    }

    /** At both widths: nothing sticks out, and axe finds nothing. */
    private static void fits(Page page, String name, boolean script) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 900);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve(name + "-" + width + ".png")));
            for (var wide : page.locator("main").all()) {
                assertThat(wide.boundingBox().width).isLessThanOrEqualTo(width);
            }
        }
        if (script) { // axe is a script itself
            assertThat(
                            new AxeBuilder(page)
                                    .withTags(RULES).analyze().getViolations().stream()
                                            .map(rule -> rule.getId() + ": " + rule.getHelp())
                                            .toList())
                    .isEmpty();
        }
    }
}
