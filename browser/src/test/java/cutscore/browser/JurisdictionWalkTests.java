package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lead deals the work out, a reviewer has a number revealed, an administrator sees the looks. */
class JurisdictionWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void theWorkIsDealtOutANumberIsRevealedForAReasonAndLooksAreCounted() {
        try (var chromium = Chromium.start()) {
            var browser = chromium.browser();
            as(
                    browser,
                    "lead",
                    page -> {
                        page.navigate(Site.running().url() + "/province/people");
                        looksRight(page, "people");
                        Chromium.send(
                                page,
                                page.locator("form[action='/province/people/balance'] button"));
                        assertThat(page.locator(".note").innerText()).contains("已均分");
                    });
            as(browser, "reviewer", JurisdictionWalkTests::reveal);
            as(
                    browser,
                    "security",
                    page -> {
                        page.navigate(Site.running().url() + "/look-ups");
                        assertThat(page.locator("main").innerText()).contains("审核员甲");
                        looksRight(page, "looks");
                    });
        }
    }

    private static void reveal(Page page) {
        page.navigate(Site.running().url() + "/province");
        page.locator("main a[href^='/province/declarations/']").first().click();
        page.waitForURL("**/province/declarations/**");
        page.locator("details.reveal summary").click();
        looksRight(page, "reveal");
        page.locator("#reveal-reason").fill("与户口簿逐位核对");
        Chromium.send(page, page.locator("form[action$='/identity'] button"));
        assertThat(page.locator("main").innerText()).containsPattern("[0-9]{17}[0-9X]");
        assertThat(page.url()).doesNotContainPattern("[0-9]{17}");
        looksRight(page, "identity");
    }

    private static void as(Browser browser, String name, java.util.function.Consumer<Page> walk) {
        var options = new Browser.NewContextOptions().setViewportSize(360, 740);
        try (var context = browser.newContext(options);
                var page = context.newPage()) {
            var person = Site.running().signIn(name);
            page.navigate(Site.running().url() + "/sign-in");
            page.locator("#name").fill(person.name());
            page.locator("#password").fill(person.password());
            page.locator("main form button").first().click();
            page.waitForURL("**/desk");
            walk.accept(page);
        }
    }

    private static void looksRight(Page page, String name) {
        for (int width : List.of(360, 1280)) {
            page.setViewportSize(width, 740);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                            .setFullPage(true));
            var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
            assertThat(found).as(name + " " + width + " " + found).isEmpty();
            var scroll = page.evaluate("document.documentElement.scrollWidth");
            assertThat(((Number) scroll).intValue()).as(name).isLessThanOrEqualTo(width);
        }
        page.setViewportSize(360, 740);
    }
}
