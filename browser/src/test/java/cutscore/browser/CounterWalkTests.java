package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Somebody without a phone stands at the counter: the whole way, on pages that hold no script at
 * all.
 */
class CounterWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Test
    void aDeclarationIsTakenAtTheCounterWithoutAnyScript() throws IOException {
        try (var chromium = Chromium.start();
                var context =
                        chromium.browser()
                                .newContext(
                                        new Browser.NewContextOptions().setViewportSize(360, 740));
                var page = context.newPage()) {
            signIn(page);
            page.navigate(Site.running().url() + "/province/counter");
            looksRight(page, "counter");
            begin(page, "XG00000000000000", "990101199001010001", "虚构无人");
            assertThat(page.locator(".faults").innerText()).contains("与名册对不上");
            somebodyWhoHasNotDeclared(page);
            looksRight(page, "counter-case");

            page.locator("#ground-WORKS").check();
            page.locator("#place").selectOption("513326");
            page.locator("#employer").fill("虚构小学");
            Chromium.send(page, page.locator("button[value=send]"));
            assertThat(page.locator(".faults").innerText()).contains("还没有扫描", "签字");
            looksRight(page, "counter-faults");
            assertThat(page.locator("#employer").inputValue()).isEqualTo("虚构小学");

            page.locator("#file-signed-commitment")
                    .setInputFiles(
                            new FilePayload[] {
                                Photograph.of(300, 400, 0.7f, "第1页.jpg"),
                                Photograph.of(300, 400, 0.7f, "第2页.jpg")
                            });
            page.locator("#signed").check();
            Chromium.send(page, page.locator("button[value=send]"));
            assertThat(page.locator("main").innerText()).contains("申报已到达", "代录", "打印回执");
            looksRight(page, "counter-receipt");
        }
    }

    private static void signIn(Page page) {
        var reviewer = Site.running().signIn("reviewer");
        page.navigate(Site.running().url() + "/sign-in");
        page.locator("#name").fill(reviewer.name());
        page.locator("#password").fill(reviewer.password());
        page.locator("main form button").first().click();
        page.waitForURL("**/desk");
    }

    private static void begin(Page page, String number, String identity, String name) {
        page.navigate(Site.running().url() + "/province/counter");
        page.locator("#admissionNumber").fill(number);
        page.locator("#identity").fill(identity);
        page.locator("#name").fill(name);
        Chromium.send(page, page.locator("form[action='/province/counter'] button"));
    }

    /** From the end of the roster: those at its beginning are other people's. */
    private static void somebodyWhoHasNotDeclared(Page page) throws IOException {
        for (var row : Files.readAllLines(Site.running().roster()).reversed()) {
            var cells = row.split(",", -1);
            if (cells[3].isEmpty() || cells[4].isEmpty()) {
                continue;
            }
            begin(page, cells[0], cells[8], cells[9]);
            if (page.locator("#ground-WORKS").count() == 1) {
                return;
            }
        }
        throw new AssertionError("everybody has declared");
    }

    private static void looksRight(Page page, String name) {
        assertThat(page.locator("script").count()).isZero();
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 740);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve(name + "-" + width + ".png")));
        }
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found).as(name).isEmpty();
    }
}
