package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cutscore.server.cycle.Replayed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** May I declare, when, and who tells me: asked without a script, looked at with one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int FIRST_VIEW = 60_000;

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void fourQuestionsGiveOneSentenceWithoutAScript() {
        try (var context = anybody(false);
                Page page = context.newPage()) {
            page.navigate(address("/check"));
            page.locator("#session").selectOption("2023-1");
            page.locator("#sat-yes").check();
            page.locator("#registered").fill("daofu");
            page.locator("#tie-none").check();
            page.locator("#marks-below").check();
            Chromium.send(page, page.locator("main form button.button"));
            if (page.locator(".note.warn a").count() > 0) {
                page.locator(".note.warn a").first().click();
                page.waitForLoadState();
            }
            assertThat(page.locator(".answer h2").innerText()).isNotBlank();
            assertThat(page.locator(".answer").innerText()).contains("道孚县", "为什么");
            assertThat(page.locator("#marks-below").isChecked()).isTrue();
        }
    }

    @Test
    void thePublicPagesAreSmallAndFitAPhoneAndADesk() {
        for (String path :
                List.of(
                        "/",
                        "/check",
                        "/check?session=2023-1&sat=yes&registered=513326&tie=none&marks=below",
                        "/check?session=2023-1&sat=yes&registered=chengdu&tie=works&marks=met",
                        "/windows",
                        "/windows/2023-1/510000",
                        "/windows/2023-1/610000")) {
            try (var context = anybody(true);
                    Page page = context.newPage()) {
                var bytes = new ArrayList<Integer>();
                page.onResponse(answer -> bytes.add(answer.body().length));
                page.navigate(address(path));
                assertThat(bytes).as(path).hasSizeLessThanOrEqualTo(6);
                assertThat(page.content().length()).as(path).isLessThan(FIRST_VIEW);
                looksRight(page, "know-" + PublicPages.name(path));
            }
        }
    }

    @Test
    void aWindowIsExtendedByTwoPeopleAndThePublicReadsIt() {
        try (var first = signedIn("lead");
                var second = signedIn("publisher");
                Page one = first.newPage();
                Page two = second.newPage()) {
            one.navigate(address("/province/windows"));
            one.locator("details summary").first().click();
            one.locator("input[name=closes]").first().fill("2024-11-01T17:00");
            one.locator("input[name=reason]").first().fill("大雪封路，按省里通知延长");
            Chromium.send(one, button(one, "提出延长"));
            assertThat(one.locator("main").innerText()).contains("公众将读到", "大雪封路");
            looksRight(one, "know-windows-proposed");
            two.navigate(address("/province/windows"));
            Chromium.send(two, button(two, "确认，延长"));
            assertThat(two.locator("main").innerText()).contains("申报时间已延长");
        }
        try (var context = anybody(false);
                Page page = context.newPage()) {
            page.navigate(address("/windows"));
            assertThat(page.locator("main").innerText()).contains("已延长", "2024年11月1日");
        }
    }

    @Test
    void messagesAndChoicesAreTheReadersOwn() {
        try (var context = signedIn("may-declare");
                Page page = context.newPage()) {
            page.navigate(address("/me/notices"));
            page.locator("#REMINDER-SMS").uncheck();
            looksRight(page, "know-choices");
            Chromium.send(page, button(page, "保存"));
            assertThat(page.locator("#REMINDER-SMS").isChecked()).isFalse();
            assertThat(page.locator("#REMINDER-EMAIL").isChecked()).isTrue();
            page.navigate(address("/me/messages"));
            looksRight(page, "know-messages");
        }
        try (var context = signedIn("analyst");
                Page page = context.newPage()) {
            page.navigate(address("/notices"));
            assertThat(page.locator("main").innerText()).contains("没送到的", "电子邮件还没有配置");
            looksRight(page, "know-notices");
        }
    }

    private static Locator button(Page page, String text) {
        return page.locator("main form button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static void looksRight(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve(name + "-" + width + ".png")));
            var widest = page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(((Number) widest).intValue()).as(name).isLessThanOrEqualTo(width);
        }
        assertThat(
                        new AxeBuilder(page)
                                .withTags(RULES).analyze().getViolations().stream()
                                        .map(
                                                rule ->
                                                        rule.getId()
                                                                + ": "
                                                                + rule.getNodes()
                                                                        .getFirst()
                                                                        .getHtml()))
                .as(name)
                .isEmpty();
    }

    private BrowserContext anybody(boolean script) {
        return chromium.browser()
                .newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(script)
                                .setViewportSize(360, 740));
    }

    private BrowserContext signedIn(String name) {
        Replayed.SignIn who = Site.running().signIn(name);
        var context = anybody(true);
        try (Page page = context.newPage()) {
            page.navigate(address("/sign-in"));
            page.locator("#name").fill(who.name());
            page.locator("#password").fill(who.password());
            page.locator("main form button").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
        }
        return context;
    }

    private static String address(String path) {
        return Site.running().url() + path;
    }
}
