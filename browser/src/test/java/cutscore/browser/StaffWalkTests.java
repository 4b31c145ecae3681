package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import cutscore.server.access.Role;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
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
        try (var first = chromium.window(Look.DESK, true);
                Page system = first.newPage();
                var second = chromium.window(Look.PHONE, true);
                Page security = second.newPage()) {
            String newcomer = People.newName();
            Door.enterByName(system, "system");
            proposeARole(system, newcomer);
            var administrator = People.newOfficer(security, Role.SECURITY_ADMIN);
            Door.enterByName(security, administrator);
            security.navigate(Site.byName("/me/security"));
            Chromium.send(security, security.locator("form[action='/me/security/app'] button"));
            Look.at(security, "staff-app");
            byte[] secret = base32(security.locator("b.mono").innerText());
            long step = enoughOfAStep();
            security.locator("#code").fill(code(secret, step - 1));
            Chromium.send(security, security.locator("form[action$='/confirmation'] button"));
            assertThat(security.locator("ol.mono li").count()).isEqualTo(10);
            Look.at(security, "staff-recovery");
            Chromium.send(security, security.locator("form[action='/sign-out'] button").first());
            Door.enterByName(security, administrator);
            assertThat(security.url()).endsWith("/sign-in/factor");
            Look.at(security, "staff-factor");
            security.locator("#code").fill(code(secret, step));
            Chromium.send(security, security.locator("form[action='/sign-in/factor'] button"));
            assertThat(security.url()).endsWith("/desk");
            confirmAfterAProof(security, newcomer, code(secret, step + 1));
        }
    }

    private static void proposeARole(Page system, String newcomer) {
        system.navigate(Site.byName("/officers"));
        system.locator("#signInName").fill(newcomer);
        system.locator("#display").fill(People.display(newcomer));
        Chromium.send(system, system.locator("form[action='/officers'] button"));
        assertThat(system.locator("b.mono").innerText()).hasSize(27);
        Look.at(system, "staff-officer");
        system.locator("#role").selectOption("AUDITOR");
        Chromium.send(system, system.locator("form[action='/officers/grants'] button"));
    }

    private static void confirmAfterAProof(Page security, String newcomer, String code)
            throws InterruptedException {
        Thread.sleep(Site.STEP_UP.plusSeconds(1));
        security.navigate(Site.byName("/officers"));
        var row =
                security.locator(
                        "tr", new Page.LocatorOptions().setHasText(People.display(newcomer)));
        Chromium.send(security, row.locator("button.second").first());
        assertThat(security.locator("h1").innerText()).contains("请再证明一次是你");
        Look.at(security, "staff-step-up");
        security.locator("input[name='step-up-code']").fill(code);
        Chromium.send(security, security.locator("main form.narrow button").first());
        assertThat(security.locator(".note").first().innerText()).contains("已确认");
    }

    @Test
    void aPasskeyIsTheSecondStepOfAnOfficer() {
        try (var context = chromium.window(Look.PHONE, true);
                Page page = context.newPage()) {
            Door.givePasskeys(page);
            var auditor = People.newOfficer(page, Role.AUDITOR);
            Door.enterByName(page, auditor);
            page.navigate(Site.byName("/me/security"));
            page.locator("#label").fill("办公室电脑");
            page.locator("form[data-passkey=make] button").click();
            page.waitForURL("**/me/security/recovery");
            page.navigate(Site.byName("/me/security"));
            assertThat(page.locator("main").innerText()).contains("办公室电脑");
            Look.at(page, "staff-security");
            Chromium.send(page, page.locator(".desk form button"));
            Door.enterByName(page, auditor);
            assertThat(page.url()).endsWith("/sign-in/factor");
            page.locator("form[data-passkey=show] button").click();
            page.waitForURL("**/desk");
            page.navigate(Site.byName("/me/devices"));
            assertThat(page.locator("main").innerText()).contains("口令和第二因素");
        }
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
}
