package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An examinee's account on a narrow screen and on a wide one, with a passkey and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

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
    void aPasskeyIsAddedSignsInAndIsRemoved() {
        try (var context = narrow(true);
                Page page = context.newPage()) {
            carriesAnAuthenticator(context, page);
            signIn(page);
            page.navigate(here("/me/account"));
            looksRight(page, "account");
            page.locator("form[data-passkey=make] button").click();
            page.getByText("通行密钥已添加").waitFor();
            Chromium.send(page, page.locator(".desk form button"));
            page.navigate(here("/sign-in"));
            looksRight(page, "sign-in-with-passkey");
            page.locator("form[data-passkey=show] button").click();
            page.waitForURL("**/me");
            page.navigate(here("/me/devices"));
            assertThat(page.locator("main").innerText()).contains("通行密钥");
            looksRight(page, "devices");
            page.navigate(here("/me/account"));
            Chromium.send(page, page.locator("form[action='/me/account/passkey/removal'] button"));
            page.getByText("通行密钥已移除").waitFor();
        }
    }

    @Test
    void withoutAScriptNothingOffersAPasskey() {
        try (var context = narrow(false);
                Page page = context.newPage()) {
            page.navigate(here("/sign-in"));
            assertThat(page.locator("form[data-passkey]").isVisible()).isFalse();
            signIn(page);
            page.navigate(here("/me/account"));
            assertThat(page.locator("form[data-passkey]").isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void thePagesOfTheDoorFit(int width) {
        try (var context = sized(width, true);
                Page page = context.newPage()) {
            for (String path : List.of("/sign-in", "/register", "/sign-in/code", "/forgotten")) {
                page.navigate(here(path));
                looksRight(page, path.substring(1).replace('/', '-') + "-" + width);
            }
            page.navigate(here("/register"));
            page.locator("#admission").fill("NOBODY-1");
            page.locator("#identity").fill("990101199001019999");
            page.locator("#person").fill("虚构甲");
            page.locator("#contact").fill("13800000000");
            Chromium.send(page, page.locator("main form button"));
            assertThat(page.locator(".faults").innerText()).contains("可能输错了一项");
            looksRight(page, "register-refused-" + width);
            page.navigate(here("/sign-in/code"));
            page.locator("#contact").fill("13800000000");
            Chromium.send(page, page.locator("main form button"));
            assertThat(page.locator("main").innerText()).contains("138****0000");
            looksRight(page, "code-" + width);
            signIn(page);
            for (String path : List.of("/me/account", "/me/devices", "/me/sittings")) {
                page.navigate(here(path));
                looksRight(page, path.substring(1).replace('/', '-') + "-" + width);
            }
        }
    }

    /** Passkeys belong to a name, not to a number. */
    private static String here(String path) {
        return Site.running().url().replace("127.0.0.1", "localhost") + path;
    }

    private BrowserContext narrow(boolean script) {
        return sized(360, script);
    }

    private BrowserContext sized(int width, boolean script) {
        return chromium.browser()
                .newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(script)
                                .setViewportSize(width, 740));
    }

    private static void signIn(Page page) {
        var examinee = Site.running().signIn("awarded");
        page.navigate(here("/sign-in"));
        page.locator("#name").fill(examinee.name());
        page.locator("#password").fill(examinee.password());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
        assertThat(page.url()).endsWith("/me");
    }

    private static void carriesAnAuthenticator(BrowserContext context, Page page) {
        var devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        var options = new JsonObject();
        options.add("options", kind);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static void looksRight(Page page, String name) {
        var width = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        assertThat(width).as(name + " fits").isEqualTo(true);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve("account-" + name + ".png"))
                        .setFullPage(true));
        assertThat(
                        new AxeBuilder(page)
                                .withTags(RULES).analyze().getViolations().stream()
                                        .map(
                                                rule ->
                                                        rule.getId()
                                                                + ": "
                                                                + rule.getNodes()
                                                                        .getFirst()
                                                                        .getHtml())
                                        .toList())
                .as(name)
                .isEmpty();
    }
}
