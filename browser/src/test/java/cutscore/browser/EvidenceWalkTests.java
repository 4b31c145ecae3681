package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Own files in a browser: sent while the page is left, looked at, and never run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String FILES = Site.running().url() + "/me/files";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

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
    void anUploadGoesOnWhereItWasAfterTheReloadOfAPage() {
        try (var phone = window(360, true);
                Page page = phone.newPage()) {
            signIn(page, "awarded");
            SlowLine.under(page);
            var offsets = new ArrayList<String>();
            page.onRequest(request -> note(request, offsets));
            page.navigate(FILES);
            page.setInputFiles("#file-other", Photograph.of(2600, 1900, 0.9f, "IMG_0001.jpg"));
            page.waitForCondition(() -> offsets.size() >= 2);
            looksRight(page, "sending-360", 360);
            int before = offsets.size();
            page.reload();
            page.locator("#files-other li").first().waitFor(patience());
            assertThat(page.locator("#files-other").innerText()).contains("IMG_0001.jpg", "已存");
            assertThat(offsets.subList(before, offsets.size())).isNotEmpty().doesNotContain("0");
            looksRight(page, "stored-360", 360);
            Object left =
                    page.evaluate(
                            "() => new Promise(done => { const o ="
                                + " indexedDB.open('cutscore-upload'); o.onsuccess = () => { const"
                                + " all ="
                                + " o.result.transaction('sending').objectStore('sending').count();"
                                + " all.onsuccess = () => done(all.result); }; })");
            assertThat(left).isEqualTo(0);
        }
    }

    private static void note(Request request, List<String> offsets) {
        if (request.method().equals("PATCH")) {
            offsets.add(request.headers().get("upload-offset"));
        }
    }

    private static Locator.WaitForOptions patience() {
        return new Locator.WaitForOptions().setTimeout(90_000);
    }

    @Test
    void whatIsRefusedIsSaidBesideTheFieldWithAndWithoutScript() {
        var page = new FilePayload("page.jpg", "image/jpeg", html());
        for (boolean script : List.of(true, false)) {
            try (var desktop = window(1280, script);
                    Page tab = desktop.newPage()) {
                signIn(tab, "awarded");
                tab.navigate(FILES + "?lang=" + (script ? "zh" : "en"));
                tab.setInputFiles("#file-other", page);
                if (script) {
                    tab.getByText("这不是照片").waitFor();
                } else {
                    Chromium.send(tab, tab.locator("form[data-upload=other] button"));
                    assertThat(tab.locator(".faults").innerText()).contains("neither a picture");
                }
                if (script) {
                    looksRight(tab, "refused-1280", 1280);
                }
            }
        }
    }

    /** Even if a page came through as it was, and were shown: its script would not run. */
    @Test
    void aPageServedInAFilesPlaceDoesNotRun() {
        try (var desktop = window(1280, true);
                Page page = desktop.newPage()) {
            signIn(page, "not-met");
            page.navigate(FILES);
            byte[] photo = Photograph.of(300, 200, 0.6f, "x.jpg").buffer;
            byte[] both = new byte[photo.length + html().length];
            System.arraycopy(photo, 0, both, 0, photo.length);
            System.arraycopy(html(), 0, both, photo.length, html().length);
            page.setInputFiles("#file-other", new FilePayload("both.jpg", "image/jpeg", both));
            page.locator("#files-other li").first().waitFor(patience());
            String path = page.locator("#files-other li a").first().getAttribute("href");
            var real = page.request().get(Site.running().url() + path);
            assertThat(new String(real.body(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("script");
            assertThat(real.headers().get("content-disposition")).startsWith("attachment");
            String policy = real.headers().get("content-security-policy");
            assertThat(ran(page, path, Map.of())).isTrue();
            assertThat(ran(page, path, Map.of("Content-Security-Policy", policy))).isFalse();
        }
    }

    private static boolean ran(Page page, String path, Map<String, String> headers) {
        var answer =
                new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(headers)
                        .setBodyBytes(html());
        page.route("**" + path, route -> route.fulfill(answer));
        page.navigate(Site.running().url() + path);
        boolean ran = page.title().equals("ran");
        page.unroute("**" + path);
        return ran;
    }

    private static byte[] html() {
        return "<html><body><script>document.title='ran'</script></body></html>"
                .getBytes(StandardCharsets.UTF_8);
    }

    private BrowserContext window(int width, boolean script) {
        return chromium.browser()
                .newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(script)
                                .setViewportSize(width, 740)
                                .setHasTouch(width < 500)
                                .setIsMobile(width < 500));
    }

    private static void signIn(Page page, String name) {
        var who = Site.running().signIn(name);
        page.navigate(Site.running().url() + "/sign-in");
        page.locator("#name").fill(who.name());
        page.locator("#password").fill(who.password());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
    }

    private static void looksRight(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SHOTS.resolve("files-" + name + ".png")));
        var widest = page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(((Number) widest).intValue()).as(name).isLessThanOrEqualTo(width);
        var found =
                new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .map(
                                        rule ->
                                                rule.getId()
                                                        + ": "
                                                        + rule.getNodes().getFirst().getHtml())
                                .toList();
        assertThat(found).as(name).isEmpty();
    }
}
