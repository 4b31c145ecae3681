package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Officers add a second factor, sign in with it, and prove it again before they confirm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final long STEP = 30_000;

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
    void anAppIsAddedSignsInAndConfirms() throws InterruptedException {
        try (var first = sized(1280);
                Page system = first.newPage();
                var second = sized(360);
                Page security = second.newPage()) {
            password(system, "system");
            proposeARole(system);
            password(security, "security");
            security.navigate(here("/me/security"));
            Chromium.send(security, security.locator("form[action='/me/security/app'] button"));
            looksRight(security, "app");
            byte[] secret = base32(security.locator("b.mono").innerText());
            long step = enoughOfAStep();
            security.locator("#code").fill(code(secret, step - 1));
            Chromium.send(security, security.locator("form[action$='/confirmation'] button"));
            assertThat(security.locator("ol.mono li").count()).isEqualTo(10);
            looksRight(security, "recovery");
            Chromium.send(security, security.locator("form[action='/sign-out'] button").first());
            password(security, "security");
            assertThat(security.url()).endsWith("/sign-in/factor");
            looksRight(security, "factor");
            security.locator("#code").fill(code(secret, step));
            Chromium.send(security, security.locator("form[action='/sign-in/factor'] button"));
            assertThat(security.url()).endsWith("/desk");
            confirmAfterAProof(security, code(secret, step + 1));
        }
    }

    private static void proposeARole(Page system) {
        system.navigate(here("/officers"));
        looksRight(system, "officers");
        system.locator("#signInName").fill("walk.lin");
        system.locator("#display").fill("林行（虚构）");
        Chromium.send(system, system.locator("form[action='/officers'] button"));
        assertThat(system.locator("b.mono").innerText()).hasSize(27);
        looksRight(system, "officer");
        system.locator("#role").selectOption("AUDITOR");
        Chromium.send(system, system.locator("form[action='/officers/grants'] button"));
    }

    private static void confirmAfterAProof(Page security, String code) throws InterruptedException {
        Thread.sleep(Site.STEP_UP.plusSeconds(1));
        security.navigate(here("/officers"));
        var row = security.locator("tr", new Page.LocatorOptions().setHasText("林行（虚构）"));
        Chromium.send(security, row.locator("button.second").first());
        assertThat(security.locator("h1").innerText()).contains("请再证明一次是你");
        looksRight(security, "step-up");
        security.locator("input[name='step-up-code']").fill(code);
        Chromium.send(security, security.locator("main form.narrow button").first());
        assertThat(security.locator(".note").first().innerText()).contains("已确认");
    }

    @Test
    void aPasskeyIsTheSecondStepOfAnOfficer() {
        try (var context = sized(360);
                Page page = context.newPage()) {
            carriesAnAuthenticator(context, page);
            password(page, "auditor");
            page.navigate(here("/me/security"));
            page.locator("#label").fill("办公室电脑");
            page.locator("form[data-passkey=make] button").click();
            page.waitForURL("**/me/security/recovery");
            page.navigate(here("/me/security"));
            assertThat(page.locator("main").innerText()).contains("办公室电脑");
            looksRight(page, "security");
            Chromium.send(page, page.locator(".desk form button"));
            password(page, "auditor");
            assertThat(page.url()).endsWith("/sign-in/factor");
            page.locator("form[data-passkey=show] button").click();
            page.waitForURL("**/desk");
            page.navigate(here("/me/devices"));
            assertThat(page.locator("main").innerText()).contains("口令和第二因素");
        }
    }

    /** Passkeys belong to a name, not to a number. */
    private static String here(String path) {
        return Site.running().url().replace("127.0.0.1", "localhost") + path;
    }

    private BrowserContext sized(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 740));
    }

    private static void password(Page page, String name) {
        var officer = Site.running().signIn(name);
        page.navigate(here("/sign-in"));
        page.locator("#name").fill(officer.name());
        page.locator("#password").fill(officer.password());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
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

    /** The step of now, with time left in it for the pages between two codes. */
    private static long enoughOfAStep() throws InterruptedException {
        long left = STEP - System.currentTimeMillis() % STEP;
        if (left < 5_000) {
            Thread.sleep(left + 100);
        }
        return System.currentTimeMillis() / STEP;
    }

    /** RFC 6238 once more, as an app reckons it. */
    private static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String typed) {
        String plain = typed.replaceAll("\\s", "");
        var bits = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(plain.charAt(i));
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        byte[] out = new byte[bits.length() / 8];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return out;
    }

    private static void looksRight(Page page, String name) {
        var wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        assertThat(wide).as(name + " fits").isEqualTo(true);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SHOTS.resolve("staff-" + name + ".png"))
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
