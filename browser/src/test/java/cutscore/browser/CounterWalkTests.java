package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Somebody without a phone stands at the counter: the whole way, on pages that hold no script at
 * all.
 */
class CounterWalkTests {
    @Test
    void aDeclarationIsTakenAtTheCounterWithoutAnyScript() throws IOException {
        try (var chromium = Chromium.start();
                var context = chromium.window(Look.PHONE, true);
                var page = context.newPage()) {
            Door.enter(page, "reviewer");
            page.navigate(Site.address("/province/counter"));
            assertThat(page.locator("script").count()).isZero();
            begin(page, "XG00000000000000", "990101199001010001", "虚构无人");
            assertThat(page.locator(".faults").innerText()).contains("与名册对不上");
            somebodyWhoHasNotDeclared(page);

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

    private static void begin(Page page, String number, String identity, String name) {
        page.navigate(Site.address("/province/counter"));
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
        Look.at(page, name);
    }

    /** A case that was begun at the counter, as the reviewer of this page. */
    static String aCase(Page page) {
        try {
            somebodyWhoHasNotDeclared(page);
            return Site.path(page.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
