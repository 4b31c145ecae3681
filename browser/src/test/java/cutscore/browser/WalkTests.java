package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The journeys of a visitor whose browser runs no script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTests {
    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/areas", "/lines", "/verify", "/ledger/checkpoint"})
    void everybodyGetsTheseWithoutBeingSentElsewhere(String path) {
        try (Page page = page(360)) {
            var response = page.navigate(PublicPages.address(path));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.request().redirectedFrom()).isNull();
            assertThat(response.headers().get("content-security-policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void oneWrongCharacterIsNamedAndTheRightCountyOffered() {
        try (Page page = page(360)) {
            ask(page, "道乎");
            assertThat(main(page)).contains("可能输错", "四川省甘孜藏族自治州道孚县");
        }
    }

    @Test
    void aLineAreaSaysSinceWhenOnWhichGroundAndByWhichDocument() {
        try (Page page = page(360)) {
            ask(page, "513326");
            assertThat(main(page)).contains("在单独划线地区内", "2023年1月1日", "涉藏", "人社厅发〔2022〕25号");
        }
    }

    @Test
    void aCityDistrictIsOut() {
        try (Page page = page(360)) {
            ask(page, "510107");
            assertThat(main(page)).contains("武侯区", "不在单独划线地区内");
        }
    }

    @Test
    void whereOurListIsIncompleteTheAnswerIsNotNo() {
        try (Page page = page(360)) {
            ask(page, "640521");
            assertThat(main(page)).contains("不能确定").doesNotContain("不在单独划线地区内");
        }
    }

    @Test
    void aDayBeforeTheSchemeHasNoLineAreas() {
        try (Page page = page(360)) {
            page.navigate(PublicPages.address("/areas?q=513326&on=2022-12-31"));
            assertThat(main(page)).contains("不在单独划线地区内");
        }
    }

    @Test
    void anUnreadableDayIsNamedInTheSummaryAndBesideTheField() {
        try (Page page = page(360)) {
            var response = page.navigate(PublicPages.address("/areas?q=513326&on=2022-02-31"));
            assertThat(response.status()).isEqualTo(422);
            assertThat(page.title()).startsWith("错误：");
            assertThat(page.locator(".faults a").getAttribute("href")).isEqualTo("#on");
            assertThat(page.locator("#on-fault").innerText())
                    .isEqualTo(page.locator(".faults a").innerText());
        }
    }

    @Test
    void aCertificateCountsInALineAreaOfItsProvinceAndNotInChengdu() {
        String number = Site.running().issued().printed();
        try (Page page = page(360)) {
            verify(page, number, "道孚县");
            assertThat(answer(page)).contains("在此有效");
            verify(page, number, "510107");
            assertThat(answer(page)).contains("证书是真的，但在此无效");
            verify(page, number, "");
            assertThat(answer(page)).contains("证书是真的");
        }
    }

    @Test
    void anAnnulledCertificateIsVoidFromTheStart() {
        try (Page page = page(360)) {
            verify(page, Site.running().annulled().printed(), "513326");
            assertThat(answer(page)).contains("已作废，自始无效");
        }
    }

    @Test
    void aSlipOfTheFingerIsSaidToBeOneFirst() {
        try (Page page = page(360)) {
            verify(page, "HX-00000-00000-00000-00000-0", "513326");
            assertThat(answer(page)).startsWith("可能输错");
        }
    }

    @Test
    void aPlaceOfManyIsNotGuessed() {
        try (Page page = page(360)) {
            verify(page, Site.running().issued().printed(), "城关区");
            assertThat(page.title()).startsWith("错误：");
            assertThat(page.locator("#at-fault").innerText()).contains("请写代码", "620102");
        }
    }

    @Test
    void aNameIsAnsweredByMatchOrNoMatchAndStandsInNoAddress() {
        try (Page page = page(360)) {
            page.navigate(PublicPages.address("/verify"));
            page.locator("#number").fill(Site.running().issued().printed());
            page.locator("#name").fill("不是这个人");
            Chromium.send(page, page.locator("main form button"));
            assertThat(main(page)).contains("不符");
            assertThat(page.url()).doesNotContain("name");
        }
    }

    @Test
    void machinesGetTheVerdictAndAProblemDocument() {
        try (Page page = page(360)) {
            var good =
                    page.request()
                            .get(PublicPages.address("/api/v1/verify?number={issued}&at=513326"));
            assertThat(good.text()).contains("\"verdict\": \"valid-here\"");
            var bad = page.request().get(PublicPages.address("/api/v1/verify?number="));
            assertThat(bad.status()).isEqualTo(422);
            assertThat(bad.headers().get("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    void anAnnouncementCarriesItsProof() {
        try (Page page = page(360)) {
            page.navigate(PublicPages.address("/"));
            page.locator(".news a").first().click();
            assertThat(main(page)).contains("演示用虚构数据", "通过率", " = ", "line recompute");
            for (String file : List.of(".pdf", "/dossier.json", "/pack.json")) {
                assertThat(page.request().get(page.url() + file).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void theHistoryOfLinesSaysWhereItIsFromAndWhatIsInvented() {
        try (Page page = page(360)) {
            page.navigate(PublicPages.address("/lines"));
            assertThat(main(page))
                    .contains("没有单独线，同全国", "据报道", "可信程度", "虚构")
                    .doesNotContain(".com");
        }
    }

    @Test
    void englishStaysThroughLinks() {
        try (Page page = page(1280)) {
            page.navigate(PublicPages.address("/"));
            page.getByText("English").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            page.locator(".rooms a").first().click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(main(page)).contains("Is your county a line area?");
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (Page page = page(360)) {
            page.navigate(PublicPages.address("/areas"));
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").innerText()).isEqualTo("跳到正文");
        }
    }

    @Test
    void aPageThatIsNotThereSaysSoInBothLanguages() {
        try (Page page = page(360)) {
            var response = page.navigate(PublicPages.address("/no-such-page"));
            assertThat(response.status()).isEqualTo(404);
            assertThat(main(page)).contains("没有这一页", "There is no such page");
        }
    }

    @ParameterizedTest
    @MethodSource("firstViews")
    void aFirstViewIsLight(String path) {
        try (Page page = page(360)) {
            var sizes = new ArrayList<Integer>();
            page.onRequestFinished(r -> sizes.add(r.sizes().responseBodySize));
            page.navigate(PublicPages.address(path));
            page.waitForLoadState();
            assertThat(sizes).hasSizeBetween(1, 6);
            assertThat(sizes.getFirst()).as("HTML").isLessThanOrEqualTo(14 * 1024);
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                    .isLessThanOrEqualTo(60 * 1024);
        }
    }

    static List<String> firstViews() {
        return PublicPages.FIRST_VIEWS;
    }

    private static void verify(Page page, String number, String place) {
        page.navigate(PublicPages.address("/verify"));
        page.locator("#number").fill(number);
        page.locator("#at").fill(place);
        Chromium.send(page, page.locator("main form button"));
    }

    private static String answer(Page page) {
        return page.locator(".answer h1").innerText().strip();
    }

    private static void ask(Page page, String county) {
        page.navigate(PublicPages.address("/areas"));
        page.locator("#q").fill(county);
        Chromium.send(page, page.getByRole(AriaRole.BUTTON).filter(named("查询")));
    }

    private static com.microsoft.playwright.Locator.FilterOptions named(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private Page page(int width) {
        return chromium.browser()
                .newPage(
                        new Browser.NewPageOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(width, 740));
    }
}
