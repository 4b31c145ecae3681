package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
    private static final String ADMISSION = "XG20231000000036";

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExamineeIsExplainedAndTheNumberStaysOutOfTheAddress(boolean script) {
        try (Page page = (script ? scripted : plain).newPage()) {
            proposal(page);
            page.locator("a[href$='/explain']").click();
            page.locator("#number").fill("nobody");
            Chromium.send(page, page.locator("form.narrow button"));
            assertThat(page.locator(".faults").innerText()).contains("名册里没有");
            page.locator("#number").fill(ADMISSION);
            Chromium.send(page, page.locator("form.narrow button"));
            assertThat(page.url()).doesNotContain(ADMISSION).endsWith("/explain");
            assertThat(page.locator("main").innerText())
                    .contains("在内")
                    .contains("报名地")
                    .contains("什么会改变结论");
            looksRight(page, "explain", script);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCorrectionIsTriedFromTheLineToTheCertificates(boolean script) {
        try (Page page = (script ? scripted : plain).newPage()) {
            proposal(page);
            page.locator("a[href$='/changes']").click();
            looksRight(page, "changes-form", script);
            page.locator("#changes")
                    .fill("change,of,subject,to\narea,513300,,remove\narea,513200,,remove");
            Chromium.send(page, page.locator("form:has(#changes) button"));
            assertThat(page.locator("h1").innerText()).containsAnyOf("不再成立", "另一条线", "线不变");
            assertThat(page.locator("main").innerText())
                    .contains("全国通过率")
                    .contains("由内转外")
                    .contains("什么都没有被改动");
            looksRight(page, "changes", script);
            Chromium.send(page, page.locator("form[action^='/certificates/touched'] button"));
            assertThat(page.locator("h1").innerText()).contains("证书");
            looksRight(page, "touched", script);
            page.locator("#changes").fill("change,of,subject,to\nscore,NOBODY,1,40");
            Chromium.send(page, page.locator("form:has(#changes) button"));
            assertThat(page.locator(".faults").innerText()).contains("第 2 行第 2 栏");
        }
    }

    private static void proposal(Page page) {
        page.navigate(Site.address("/national"));
        page.locator("tbody tr:has-text('已公布') th a").first().click();
    }

    private static void looksRight(Page page, String name, boolean script) {
        if (script) {
            Look.at(page, name);
        } else {
            Look.withoutScript(page, name + "-plain");
        }
    }
}
