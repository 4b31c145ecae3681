package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an examinee has after declaring, without a script, and the lead who answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Chromium chromium;
    private BrowserContext examinee;
    private BrowserContext eyes;
    private BrowserContext lead;
    private BrowserContext leadEyes;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        examinee = signedIn("awarded", false);
        eyes = signedIn("awarded", true);
        lead = signedIn("lead", false);
        leadEyes = signedIn("lead", true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void anExamineeReadsTheReceiptSaysWhatIsWrongAndIsAnswered() {
        try (Page page = examinee.newPage()) {
            page.navigate(address("/me"));
            page.locator("a[href='/me/receipt']").first().click();
            assertThat(page.locator("main").innerText()).contains("申报已到达", "北京时间");
            assertThat(page.request().get(address("/me/receipt.json")).status()).isEqualTo(200);
            assertThat(page.request().get(address("/me/receipt.png")).status()).isEqualTo(200);
            rate(page);
            dispute(page);
        }
        for (String where : List.of("receipt", "timeline", "withdraw", "views", "rating")) {
            looksRight(eyes, "/me/" + where, where);
        }
        looksRight(eyes, "/me/corrections", "corrections");
        looksRight(eyes, "/me", "me");
        theLeadAnswers();
        try (Page page = examinee.newPage()) {
            page.navigate(address("/me/corrections"));
            assertThat(page.locator("main").innerText()).contains("没有同意", "与答卷一致");
            page.navigate(address("/me/views"));
            assertThat(page.locator("main").innerText()).contains("你的更正申请", "省级审核负责人");
        }
    }

    private static void rate(Page page) {
        page.navigate(address("/me/receipt"));
        Chromium.send(page, button(page, "非常不满意"));
        page.locator("#reason").fill("等了很久");
        Chromium.send(page, button(page, "告诉他们"));
        assertThat(page.locator("main").innerText()).contains("非常不满意", "等了很久");
    }

    private static void dispute(Page page) {
        page.navigate(address("/me/corrections"));
        page.locator("#fact-MARKS").check();
        page.locator("#wanted").fill("60、60、60");
        Chromium.send(page, button(page, "提交更正申请"));
        assertThat(page.locator("main").innerText()).contains("等待核对");
    }

    private void theLeadAnswers() {
        try (Page page = lead.newPage()) {
            page.navigate(address("/province/corrections"));
            page.locator("main .links a").first().click();
            String one = page.url().substring(Site.running().url().length());
            looksRight(leadEyes, "/province/corrections", "lead-corrections");
            looksRight(leadEyes, one, "lead-correction");
            page.locator("#refuse").check();
            page.locator("#reason").fill("与答卷一致");
            Chromium.send(page, button(page, "答复"));
            looksRight(leadEyes, "/province/ratings", "lead-ratings");
            looksRight(leadEyes, "/province/lists", "lead-lists");
            page.navigate(address("/province/ratings"));
            page.locator("input[name='done']").first().fill("加派了人手");
            Chromium.send(page, button(page, "处理好了"));
            assertThat(page.locator("main").innerText()).contains("已记下怎么处理的");
        }
    }

    private static Locator button(Page page, String text) {
        return page.locator("main button.button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    private static void looksRight(BrowserContext who, String where, String name) {
        // Chinese last: the choice stays with the visitor.
        for (String language : List.of("en", "zh")) {
            try (Page page = who.newPage()) {
                page.navigate(address(where) + "?lang=" + language);
                shoot(page, name + "-" + language);
                assertThat(findings(page)).as(name).isEmpty();
            }
        }
    }

    private static void shoot(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve("after-" + name + "-" + width + ".png")));
            var widest = page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(((Number) widest).intValue()).as(name).isLessThanOrEqualTo(width);
        }
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private BrowserContext signedIn(String name, boolean script) {
        var who = Site.running().signIn(name);
        var context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setJavaScriptEnabled(script)
                                        .setViewportSize(1280, 900));
        try (Page page = context.newPage()) {
            page.navigate(address("/sign-in"));
            page.locator("#name").fill(who.name());
            page.locator("#password").fill(who.password());
            Chromium.send(page, page.locator("main form button").first());
            assertThat(page.url()).doesNotContain("/sign-in");
        }
        return context;
    }

    private static String address(String path) {
        return Site.running().url() + path;
    }
}
