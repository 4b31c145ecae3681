package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cutscore.kernel.seal.Digest;
import cutscore.server.cycle.Replayed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two analysts take a line from sealing to approval; every page fits a phone and a desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineDeskWalkTests {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Pattern TOTALS = Pattern.compile("(\\d+) 人，半分合计 (\\d+)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Chromium chromium;
    private BrowserContext first;
    private BrowserContext second;
    private BrowserContext firstEyes;
    private BrowserContext secondEyes;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        first = signedIn(Site.running().analyst(), false);
        second = signedIn(Site.running().secondAnalyst(), false);
        firstEyes = signedIn(Site.running().analyst(), true);
        secondEyes = signedIn(Site.running().secondAnalyst(), true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aLineGoesFromSealingToApprovalWithoutAScript() {
        String snapshot = seal();
        String totals = said(first, snapshot);
        looksRight(firstEyes, snapshot, "snapshot-sealed");
        looksRight(secondEyes, snapshot, "snapshot-to-type");
        typeWrongly(snapshot, totals);
        type(second, snapshot, totals, "");
        assertThat(said(second, snapshot)).contains("已核对一致");
        looksRight(secondEyes, snapshot, "snapshot-agreed");

        looksRight(firstEyes, snapshot + "/proposals/new", "proposing");
        String proposal = propose(snapshot);
        looksRight(secondEyes, proposal, "proposal-blind");
        assertThat(said(second, proposal)).contains("结果先不显示").doesNotContain("余量");
        press(second, proposal, "盲算一遍");
        assertThat(said(second, proposal)).contains("结果一致").contains("余量");
        looksRight(secondEyes, proposal, "proposal-computed");
        press(second, proposal, "同意");
        assertThat(said(first, proposal)).contains("已同意，等审核备案");
        looksRight(firstEyes, "/national", "proposals");
    }

    private String seal() {
        try (Page page = first.newPage()) {
            page.navigate(address("/national/snapshots"));
            page.locator("#scope").selectOption(circular(page));
            page.locator("main form button.button").click();
            assertThat(page.locator("main").innerText()).contains("四川省").contains("申报已结束");
            String sealing = path(page.url());
            looksRight(firstEyes, "/national/snapshots", "snapshots");
            looksRight(firstEyes, sealing, "sealing");
            looksRight(
                    firstEyes,
                    "/national/snapshots/new?session=2023-1&scope=nationwide",
                    "sealing-nationwide");
            Chromium.send(page, page.locator("main form button.button"));
            return path(page.url());
        }
    }

    /** The only choice that is neither the country nor a province. */
    private static String circular(Page page) {
        return page.locator("#scope option").all().stream()
                .map(option -> option.getAttribute("value"))
                .filter(value -> value.contains("-"))
                .findFirst()
                .orElseThrow();
    }

    private void typeWrongly(String snapshot, String totals) {
        try (Page page = secondEyes.newPage()) {
            fill(page, snapshot, totals, "7");
            page.locator("main form button.button").click();
            assertThat(page.locator(".faults").innerText()).contains("还能录 4 次");
            assertThat(page.locator(".fault").count()).isEqualTo(1);
            shoot(page, "snapshot-wrong");
            assertThat(findings(page)).isEmpty();
        }
    }

    private void type(BrowserContext who, String snapshot, String totals, String wrongly) {
        try (Page page = who.newPage()) {
            fill(page, snapshot, totals, wrongly);
            Chromium.send(page, page.locator("main form button.button"));
        }
    }

    private void fill(Page page, String snapshot, String totals, String wrongly) {
        byte[] areas = page.request().get(address(snapshot + "/areas.csv")).body();
        byte[] declared = page.request().get(address(snapshot + "/declared.csv")).body();
        var counted = TOTALS.matcher(totals);
        var roster = SHA256.matcher(totals);
        assertThat(counted.find() && roster.find()).isTrue();
        page.navigate(address(snapshot));
        page.locator("#ROSTER_ROWS").fill(counted.group(1) + wrongly);
        page.locator("#HALF_POINTS").fill(counted.group(2));
        page.locator("#AREA_ROWS").fill(rows(areas));
        page.locator("#DECLARED_ROWS").fill(rows(declared));
        page.locator("#ROSTER_HEAD").fill(roster.group().substring(0, 8));
        page.locator("#AREAS_HEAD").fill(Digest.hex(areas).substring(0, 8));
        page.locator("#DECLARED_HEAD").fill(Digest.hex(declared).substring(0, 8));
    }

    private String propose(String snapshot) {
        try (Page page = first.newPage()) {
            page.navigate(address(snapshot + "/proposals/new"));
            page.locator("#shape").selectOption("perSubject");
            page.locator("#by-shape").fill("考试中心（虚构）");
            page.locator("#why-shape").fill("为演示（虚构）");
            Chromium.send(page, page.locator("main form button.button"));
            return path(page.url());
        }
    }

    private static void press(BrowserContext who, String where, String button) {
        try (Page page = who.newPage()) {
            page.navigate(address(where));
            Chromium.send(
                    page,
                    page.locator("main form button.button")
                            .filter(new Locator.FilterOptions().setHasText(button)));
        }
    }

    private static String said(BrowserContext who, String where) {
        try (Page page = who.newPage()) {
            page.navigate(address(where));
            return page.locator("main").innerText();
        }
    }

    private static void looksRight(BrowserContext who, String where, String name) {
        // Chinese last: the choice stays with the visitor.
        for (String language : List.of("en", "zh")) {
            try (Page page = who.newPage()) {
                String and = where.contains("?") ? "&" : "?";
                page.navigate(address(where) + and + "lang=" + language);
                shoot(page, name + "-" + language);
                assertThat(findings(page)).isEmpty();
            }
        }
    }

    private static void shoot(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SHOTS.resolve("desk-" + name + "-" + width + ".png")));
            var widest = page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(((Number) widest).intValue()).as(name).isLessThanOrEqualTo(width);
        }
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private BrowserContext signedIn(Replayed.SignIn who, boolean script) {
        var context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setJavaScriptEnabled(script)
                                        .setViewportSize(1280, 900));
        try (Page page = context.newPage()) {
            page.navigate(address("/sign-in"));
            page.locator("#name").fill(who.name());
            page.locator("#password").fill(who.password());
            page.locator("main form button").first().click();
            page.waitForURL("**/desk");
        }
        return context;
    }

    private static String rows(byte[] csv) {
        return "" + (new String(csv, StandardCharsets.UTF_8).lines().count() - 1);
    }

    private static String address(String path) {
        return Site.running().url() + path;
    }

    private static String path(String url) {
        return url.substring(Site.running().url().length());
    }
}
