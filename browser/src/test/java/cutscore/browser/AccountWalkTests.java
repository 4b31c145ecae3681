package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import cutscore.server.cycle.Replayed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An examinee's account on a narrow screen and on a wide one, with a passkey and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountWalkTests {
    private Chromium chromium;
    private Replayed.SignIn examinee;

    @BeforeAll
    void open() {
        chromium = Chromium.start();
        examinee = People.awarded();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aPasskeyIsAddedSignsInAndIsRemoved() {
        try (var context = chromium.window(Look.PHONE, true);
                Page page = context.newPage()) {
            Door.givePasskeys(page);
            Door.enterByName(page, examinee);
            page.navigate(Site.byName("/me/account"));
            page.locator("form[data-passkey=make] button").click();
            page.getByText("通行密钥已添加").waitFor();
            Chromium.send(page, page.locator(".desk form button"));
            page.navigate(Site.byName("/sign-in"));
            page.locator("form[data-passkey=show] button").click();
            page.waitForURL("**/me");
            page.navigate(Site.byName("/me/devices"));
            assertThat(page.locator("main").innerText()).contains("通行密钥");
            Look.at(page, "account-devices");
            page.navigate(Site.byName("/me/account"));
            Chromium.send(page, page.locator("form[action='/me/account/passkey/removal'] button"));
            page.getByText("通行密钥已移除").waitFor();
        }
    }

    @Test
    void withoutAScriptNothingOffersAPasskey() {
        try (var context = chromium.window(Look.PHONE, false);
                Page page = context.newPage()) {
            page.navigate(Site.byName("/sign-in"));
            assertThat(page.locator("form[data-passkey]").isVisible()).isFalse();
            Door.enterByName(page, examinee);
            page.navigate(Site.byName("/me/account"));
            assertThat(page.locator("form[data-passkey]").isVisible()).isFalse();
        }
    }

    @Test
    void whatDoesNotFitTheRosterGetsOneAnswer() {
        try (var context = chromium.window(Look.PHONE, true);
                Page page = context.newPage()) {
            page.navigate(Site.byName("/register"));
            page.locator("#admission").fill("NOBODY-1");
            page.locator("#identity").fill("990101199001019999");
            page.locator("#person").fill("虚构甲");
            page.locator("#contact").fill("13800000000");
            Chromium.send(page, page.locator("main form button"));
            assertThat(page.locator(".faults").innerText()).contains("可能输错了一项");
            Look.at(page, "account-register-refused");
            page.navigate(Site.byName("/sign-in/code"));
            page.locator("#contact").fill("13800000000");
            Chromium.send(page, page.locator("main form button"));
            assertThat(page.locator("main").innerText()).contains("138****0000");
        }
    }
}
