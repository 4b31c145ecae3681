package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A lead deals the work out, a reviewer has a number revealed, an administrator sees the looks. */
class JurisdictionWalkTests {
    @Test
    void theWorkIsDealtOutANumberIsRevealedForAReasonAndLooksAreCounted() {
        try (var chromium = Chromium.start()) {
            as(
                    chromium,
                    "lead",
                    page -> {
                        page.navigate(Site.address("/province/people"));
                        Chromium.send(
                                page,
                                page.locator("form[action='/province/people/balance'] button"));
                        assertThat(page.locator(".note").innerText()).contains("已均分");
                    });
            as(chromium, "reviewer", JurisdictionWalkTests::reveal);
            as(
                    chromium,
                    "security",
                    page -> {
                        page.navigate(Site.address("/look-ups"));
                        assertThat(page.locator("main").innerText()).contains("审核员甲");
                    });
        }
    }

    private static void reveal(Page page) {
        page.navigate(Site.address("/province"));
        page.locator("main a[href^='/province/declarations/']").first().click();
        page.waitForURL("**/province/declarations/**");
        page.locator("details.reveal summary").click();
        Look.at(page, "reveal");
        page.locator("#reveal-reason").fill("与户口簿逐位核对");
        Chromium.send(page, page.locator("form[action$='/identity'] button"));
        assertThat(page.locator("main").innerText()).containsPattern("[0-9]{17}[0-9X]");
        assertThat(page.url()).doesNotContainPattern("[0-9]{17}");
        Look.at(page, "identity");
    }

    private static void as(Chromium chromium, String name, Consumer<Page> walk) {
        try (var who = chromium.signedIn(name, Look.PHONE, true);
                Page page = who.newPage()) {
            walk.accept(page);
        }
    }
}
