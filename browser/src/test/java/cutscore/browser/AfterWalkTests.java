package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an examinee has after declaring, without a script, and the lead who answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AfterWalkTests {
    private Chromium chromium;
    private BrowserContext examinee;
    private BrowserContext eyes;
    private BrowserContext lead;
    private BrowserContext leadEyes;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        var somebody = People.awarded();
        examinee = chromium.signedIn(somebody, false);
        eyes = chromium.signedIn(somebody, true);
        lead = chromium.signedIn("lead", false);
        leadEyes = chromium.signedIn("lead", true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void anExamineeReadsTheReceiptSaysWhatIsWrongAndIsAnswered() {
        try (Page page = examinee.newPage()) {
            page.navigate(Site.address("/me"));
            page.locator("a[href='/me/receipt']").first().click();
            assertThat(page.locator("main").innerText()).contains("申报已到达", "北京时间");
            assertThat(page.request().get(Site.address("/me/receipt.json")).status())
                    .isEqualTo(200);
            assertThat(page.request().get(Site.address("/me/receipt.png")).status()).isEqualTo(200);
            rate(page);
            dispute(page);
        }
        Look.at(eyes, "/me/rating", "after-rating");
        Look.at(eyes, "/me/corrections", "after-corrections");
        Look.at(eyes, "/me", "after-me");
        theLeadAnswers();
        try (Page page = examinee.newPage()) {
            page.navigate(Site.address("/me/corrections"));
            assertThat(page.locator("main").innerText()).contains("没有同意", "与答卷一致");
            page.navigate(Site.address("/me/views"));
            assertThat(page.locator("main").innerText()).contains("你的更正申请", "省级审核负责人");
        }
    }

    private static void rate(Page page) {
        page.navigate(Site.address("/me/receipt"));
        Chromium.send(page, button(page, "非常不满意"));
        page.locator("#reason").fill("等了很久");
        Chromium.send(page, button(page, "告诉他们"));
        assertThat(page.locator("main").innerText()).contains("非常不满意", "等了很久");
    }

    private static void dispute(Page page) {
        page.navigate(Site.address("/me/corrections"));
        page.locator("#fact-MARKS").check();
        page.locator("#wanted").fill("60、60、60");
        Chromium.send(page, button(page, "提交更正申请"));
        assertThat(page.locator("main").innerText()).contains("等待核对");
    }

    private void theLeadAnswers() {
        try (Page page = lead.newPage()) {
            answerAllThatWait(page);
            Look.at(leadEyes, "/province/ratings", "after-lead-ratings");
            page.navigate(Site.address("/province/ratings"));
            page.locator("input[name='done']").first().fill("加派了人手");
            Chromium.send(page, button(page, "处理好了"));
            assertThat(page.locator("main").innerText()).contains("已记下怎么处理的");
        }
    }

    /** Others may have asked as well: the list tells of no person. */
    private static void answerAllThatWait(Page page) {
        page.navigate(Site.address("/province/corrections"));
        while (!page.locator("main").innerText().contains("没有等待核对的申请")) {
            page.locator("main .links a").first().click();
            page.locator("#refuse").check();
            page.locator("#reason").fill("与答卷一致");
            Chromium.send(page, button(page, "答复"));
            page.navigate(Site.address("/province/corrections"));
        }
    }

    private static Locator button(Page page, String text) {
        return page.locator("main button.button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    /** A request for a correction, as the lead of this page finds it. */
    static String aDispute(Page lead) {
        try (var context = lead.context().browser().newContext();
                Page page = context.newPage()) {
            Door.enter(page, People.awarded());
            dispute(page);
        }
        lead.navigate(Site.address("/province/corrections"));
        return lead.locator("main .links a").first().getAttribute("href").split("\\?")[0];
    }
}
