package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cutscore.server.exam.Exams;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** May I declare, when, and who tells me: asked without a script, looked at with one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowWalkTests {
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
        try (var context = chromium.window(Look.PHONE, false);
                Page page = context.newPage()) {
            page.navigate(Site.address("/check"));
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
    void thePublicPagesAreSmall() {
        for (String path :
                List.of(
                        "/",
                        "/check",
                        "/check?session=2023-1&sat=yes&registered=513326&tie=none&marks=below",
                        "/check?session=2023-1&sat=yes&registered=chengdu&tie=works&marks=met",
                        "/windows",
                        "/windows/2023-1/510000",
                        "/windows/2023-1/610000")) {
            try (var context = chromium.window(Look.PHONE, true);
                    Page page = context.newPage()) {
                var bytes = new ArrayList<Integer>();
                page.onResponse(answer -> bytes.add(answer.body().length));
                page.navigate(Site.address(path));
                assertThat(bytes).as(path).hasSizeLessThanOrEqualTo(6);
                assertThat(page.content().length()).as(path).isLessThan(FIRST_VIEW);
            }
        }
    }

    @Test
    void aWindowIsExtendedByTwoPeopleAndThePublicReadsIt() {
        LocalDateTime closes = laterThanEver();
        try (var first = chromium.signedIn("lead", Look.PHONE, true);
                var second = chromium.signedIn("publisher", Look.PHONE, true);
                Page one = first.newPage();
                Page two = second.newPage()) {
            one.navigate(Site.address("/province/windows"));
            one.locator("details summary").first().click();
            one.locator("input[name=closes]").first().fill(closes.toString());
            one.locator("input[name=reason]").first().fill("大雪封路，按省里通知延长");
            Chromium.send(one, button(one, "提出延长"));
            assertThat(one.locator("main").innerText()).contains("公众将读到", "大雪封路");
            Look.at(one, "know-windows-proposed");
            two.navigate(Site.address("/province/windows"));
            Chromium.send(two, button(two, "确认，延长"));
            assertThat(two.locator("main").innerText()).contains("申报时间已延长");
        }
        try (var context = chromium.window(Look.PHONE, false);
                Page page = context.newPage()) {
            page.navigate(Site.address("/windows"));
            assertThat(page.locator("main").innerText())
                    .contains(
                            "已延长",
                            "%d年%d月%d日"
                                    .formatted(
                                            closes.getYear(),
                                            closes.getMonthValue(),
                                            closes.getDayOfMonth()));
        }
    }

    /** Each time a day later: a window is never shortened. */
    private static LocalDateTime laterThanEver() {
        return Site.bean(Exams.class).windows().stream()
                .map(window -> window.window().closes().toLocalDateTime())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusDays(1)
                .withHour(17)
                .withMinute(0);
    }

    @Test
    void messagesAndChoicesAreTheReadersOwn() {
        try (var context = chromium.signedIn(People.mayDeclare(), true);
                Page page = context.newPage()) {
            page.navigate(Site.address("/me/notices"));
            page.locator("#REMINDER-SMS").uncheck();
            Chromium.send(page, button(page, "保存"));
            assertThat(page.locator("#REMINDER-SMS").isChecked()).isFalse();
            assertThat(page.locator("#REMINDER-EMAIL").isChecked()).isTrue();
            page.navigate(Site.address("/me/messages"));
        }
        try (var context = chromium.signedIn("analyst", Look.PHONE, true);
                Page page = context.newPage()) {
            page.navigate(Site.address("/notices"));
            assertThat(page.locator("main").innerText()).contains("没送到的", "电子邮件还没有配置");
        }
    }

    private static Locator button(Page page, String text) {
        return page.locator("main form button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
