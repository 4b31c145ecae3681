package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
    private static final String FILES = Site.address("/me/files");

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
        try (var phone = chromium.phone(true);
                Page page = phone.newPage()) {
            Door.enter(page, People.awarded());
            SlowLine.under(page);
            var offsets = new ArrayList<String>();
            page.onRequest(request -> note(request, offsets));
            page.navigate(FILES);
            page.setInputFiles("#file-other", Photograph.of(2600, 1900, 0.9f, "IMG_0001.jpg"));
            page.waitForCondition(() -> offsets.size() >= 2);
            Look.at(page, "files-sending");
            int before = offsets.size();
            page.reload();
            page.locator("#files-other li").first().waitFor(patience());
            assertThat(page.locator("#files-other").innerText()).contains("IMG_0001.jpg", "已存");
            assertThat(offsets.subList(before, offsets.size())).isNotEmpty().doesNotContain("0");
            Look.at(page, "files-stored");
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
        var somebody = People.awarded();
        for (boolean script : List.of(true, false)) {
            try (var desktop = chromium.window(Look.DESK, script);
                    Page tab = desktop.newPage()) {
                Door.enter(tab, somebody);
                tab.navigate(FILES + "?lang=" + (script ? "zh" : "en"));
                tab.setInputFiles("#file-other", page);
                if (script) {
                    tab.getByText("这不是照片").waitFor();
                } else {
                    Chromium.send(tab, tab.locator("form[data-upload=other] button"));
                    assertThat(tab.locator(".faults").innerText()).contains("neither a picture");
                }
                if (script) {
                    Look.at(tab, "files-refused");
                }
            }
        }
    }

    /** Even if a page came through as it was, and were shown: its script would not run. */
    @Test
    void aPageServedInAFilesPlaceDoesNotRun() {
        try (var desktop = chromium.window(Look.DESK, true);
                Page page = desktop.newPage()) {
            Door.enter(page, People.awarded());
            page.navigate(FILES);
            byte[] photo = Photograph.of(300, 200, 0.6f, "x.jpg").buffer;
            byte[] both = new byte[photo.length + html().length];
            System.arraycopy(photo, 0, both, 0, photo.length);
            System.arraycopy(html(), 0, both, photo.length, html().length);
            page.setInputFiles("#file-other", new FilePayload("both.jpg", "image/jpeg", both));
            page.locator("#files-other li").first().waitFor(patience());
            String path = page.locator("#files-other li a").first().getAttribute("href");
            var real = page.request().get(Site.address(path));
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
        page.navigate(Site.address(path));
        boolean ran = page.title().equals("ran");
        page.unroute("**" + path);
        return ran;
    }

    private static byte[] html() {
        return "<html><body><script>document.title='ran'</script></body></html>"
                .getBytes(StandardCharsets.UTF_8);
    }
}
