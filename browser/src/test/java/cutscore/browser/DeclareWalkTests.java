package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two people declare on a phone of 360 points and a line of 100 kbit/s: one whose line breaks in
 * the middle of a photograph, one whose browser runs no script at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclareWalkTests {
    private static final int SECONDS = 1000;
    private static final int FIRST_VIEW_BYTES = 60_000;
    private static final int FIRST_VIEW_REQUESTS = 6;

    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aPhotographGoesOnWhereTheLineBrokeWhileTheFormGoesOn() {
        try (var phone = chromium.phone(true);
                Page page = phone.newPage()) {
            var line = SlowLine.under(page);
            Door.enter(page, People.mayDeclareToWork());
            line.remembers(false);
            firstViewIsSmall(page, "/me/declare");
            line.remembers(true);
            Look.at(page, "declare-start");
            begin(page);
            Look.at(page, "declare-ground");
            groundAndPlace(page);
            Look.at(page, "declare-place");
            sendPlace(page);
            // The photograph starts; the line breaks; the form has gone on meanwhile.
            page.setInputFiles("#file-other", photograph());
            page.locator("form[data-upload=other] progress[value]:not([value='0'])").waitFor();
            line.drop();
            page.waitForTimeout(3 * SECONDS);
            assertThat(stored(page)).isZero();
            line.comesBack();
            Chromium.send(page, page.locator("form[action='/me/declare/evidence'] button"));
            Look.at(page, "declare-check");
            Chromium.send(page, page.getByText("修改").last());
            page.locator("#files-other li")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setTimeout(90 * SECONDS));
            Look.at(page, "declare-evidence");
            Chromium.send(page, page.locator("form[action='/me/declare/evidence'] button"));
            submit(page);
            page.waitForURL("**/me/receipt");
            assertThat(page.locator("main").innerText()).contains("申报已到达").contains("SB-");
            assertThat(proof(page)).contains("\"checkpoint\"");
            Look.at(page, "declare-receipt");
        }
    }

    @Test
    void withoutAnyScriptTheWholeJourneyIsPlainForms() {
        try (var phone = chromium.phone(false);
                Page page = phone.newPage()) {
            SlowLine.under(page);
            Door.enter(page, People.mayDeclare());
            page.navigate(Site.address("/me/declare"));
            begin(page);
            assertThat(page.url()).endsWith("/me/declare/evidence");
            page.setInputFiles("#file-other", small());
            Chromium.send(page, page.locator("form[data-upload=other] button"));
            assertThat(stored(page)).isOne();
            Chromium.send(page, page.locator("form[action='/me/declare/evidence'] button"));
            submit(page);
            assertThat(page.url()).endsWith("/me/receipt");
            var receipt = page.locator("main").innerText();
            page.navigate(Site.address("/me/declare"));
            assertThat(page.locator("main").innerText()).contains("你已经申报过");
            assertThat(receipt).contains("申报已到达");
        }
    }

    /** From the task list to the page after one's own facts. */
    static void begin(Page page) {
        Chromium.send(page, page.locator("form[data-begin] button"));
        Chromium.send(page, page.locator("form[action='/me/declare/you'] button"));
    }

    static void groundAndPlace(Page page) {
        page.locator("#ground-WORKS").check();
        Chromium.send(page, page.locator("main button.button"));
        page.locator("#q").fill("daofu");
        Chromium.send(page, page.locator("form[role=search] button"));
        page.locator("#place-513326").check();
        page.locator("#employer").fill("虚构的单位");
    }

    static void sendPlace(Page page) {
        Chromium.send(page, page.locator("form[method=post][action='/me/declare/place'] button"));
    }

    private static void submit(Page page) {
        page.locator("#commitment").check();
        // With a script the page asks first and leaves only when it has an answer.
        page.locator("form[action='/me/declare/submit'] button:not([type=button])").click();
        page.waitForURL("**/me/receipt");
        page.waitForLoadState();
    }

    /** The proof is there some seconds after the submission. */
    private static String proof(Page page) {
        for (int turn = 0; turn < 20; turn++) {
            var answer = page.request().get(Site.address("/me/receipt.json"));
            if (answer.status() == 200) {
                return answer.text();
            }
            page.waitForTimeout(SECONDS);
        }
        throw new AssertionError("no proof of the submission");
    }

    private static int stored(Page page) {
        return page.locator("#files-other li").count();
    }

    private void firstViewIsSmall(Page page, String path) {
        var answers = new ArrayList<Response>();
        Consumer<Response> counts = answers::add;
        page.onResponse(counts);
        page.navigate(Site.address(path));
        page.waitForTimeout(SECONDS);
        page.offResponse(counts);
        var bytes = new AtomicInteger();
        List.copyOf(answers)
                .forEach(
                        answer ->
                                bytes.addAndGet(
                                        answer.request().sizes().responseBodySize
                                                + answer.request().sizes().responseHeadersSize));
        System.out.println(path + ": " + bytes + " bytes, " + answers.size() + " requests");
        assertThat(answers).hasSizeLessThanOrEqualTo(FIRST_VIEW_REQUESTS);
        assertThat(bytes.get()).isLessThanOrEqualTo(FIRST_VIEW_BYTES);
    }

    /** A photograph as phones make them: far more pixels than a reviewer needs. */
    private static FilePayload photograph() {
        return Photograph.of(2600, 1900, 0.9f, "IMG_0001.jpg");
    }

    private static FilePayload small() {
        return Photograph.of(600, 400, 0.6f, "IMG_0002.jpg");
    }
}
