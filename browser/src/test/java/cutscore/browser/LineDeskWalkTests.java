package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import cutscore.kernel.seal.Digest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two analysts take a line from sealing to approval; every page fits a phone and a desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineDeskWalkTests {
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
        first = chromium.signedIn("analyst", false);
        second = chromium.signedIn("analyst-2", false);
        firstEyes = chromium.signedIn("analyst", true);
        secondEyes = chromium.signedIn("analyst-2", true);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aLineGoesFromSealingToApprovalWithoutAScript() {
        String snapshot = seal();
        String totals = said(first, snapshot);
        Look.at(firstEyes, snapshot, "desk-snapshot-sealed");
        Look.at(secondEyes, snapshot, "desk-snapshot-to-type");
        typeWrongly(snapshot, totals);
        type(second, snapshot, totals, "");
        assertThat(said(second, snapshot)).contains("已核对一致");
        Look.at(secondEyes, snapshot, "desk-snapshot-agreed");

        String proposal = propose(snapshot);
        Look.at(secondEyes, proposal, "desk-proposal-blind");
        assertThat(said(second, proposal)).contains("结果先不显示").doesNotContain("余量");
        press(second, proposal, "盲算一遍");
        assertThat(said(second, proposal)).contains("结果一致").contains("余量");
        Look.at(secondEyes, proposal, "desk-proposal-computed");
        press(second, proposal, "同意");
        assertThat(said(first, proposal)).contains("已同意，等审核备案");
    }

    private String seal() {
        try (Page page = first.newPage()) {
            page.navigate(Site.address("/national/snapshots"));
            page.locator("#scope").selectOption(circular(page));
            Chromium.send(page, page.locator("main form button.button"));
            assertThat(page.locator("main").innerText()).contains("四川省").contains("申报已结束");
            String sealing = Site.path(page.url());
            Look.at(firstEyes, sealing, "desk-sealing");
            Chromium.send(page, page.locator("main form button.button"));
            return Site.path(page.url());
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
            Chromium.send(page, page.locator("main form button.button"));
            assertThat(page.locator(".faults").innerText()).contains("还能录 4 次");
            assertThat(page.locator(".fault").count()).isEqualTo(1);
            Look.at(page, "desk-snapshot-wrong");
        }
    }

    private void type(BrowserContext who, String snapshot, String totals, String wrongly) {
        try (Page page = who.newPage()) {
            fill(page, snapshot, totals, wrongly);
            Chromium.send(page, page.locator("main form button.button"));
        }
    }

    private void fill(Page page, String snapshot, String totals, String wrongly) {
        byte[] areas = page.request().get(Site.address(snapshot + "/areas.csv")).body();
        byte[] declared = page.request().get(Site.address(snapshot + "/declared.csv")).body();
        var counted = TOTALS.matcher(totals);
        var roster = SHA256.matcher(totals);
        assertThat(counted.find() && roster.find()).isTrue();
        page.navigate(Site.address(snapshot));
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
            page.navigate(Site.address(snapshot + "/proposals/new"));
            page.locator("#shape").selectOption("perSubject");
            page.locator("#by-shape").fill("考试中心（虚构）");
            page.locator("#why-shape").fill("为演示（虚构）");
            Chromium.send(page, page.locator("main form button.button"));
            return Site.path(page.url());
        }
    }

    private static void press(BrowserContext who, String where, String button) {
        try (Page page = who.newPage()) {
            page.navigate(Site.address(where));
            Chromium.send(
                    page,
                    page.locator("main form button.button")
                            .filter(new Locator.FilterOptions().setHasText(button)));
        }
    }

    private static String said(BrowserContext who, String where) {
        try (Page page = who.newPage()) {
            page.navigate(Site.address(where));
            return page.locator("main").innerText();
        }
    }

    private static String rows(byte[] csv) {
        return "" + (new String(csv, StandardCharsets.UTF_8).lines().count() - 1);
    }
}
