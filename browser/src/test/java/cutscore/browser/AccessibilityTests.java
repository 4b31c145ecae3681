package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of public pages that an address brings about; what axe finds is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTests {
    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static List<String> states() {
        return PublicPages.STATES;
    }

    @ParameterizedTest
    @MethodSource("states")
    void fitsAndAxeFindsNothing(String state) {
        try (Page page = chromium.browser().newPage(phone())) {
            int answer =
                    Look.inBothLanguages(page, PublicPages.filled(state), PublicPages.name(state));
            assertThat(answer).isIn(200, 404, 422);
        }
    }

    @Test
    void axeFindsWhatIsPlanted() {
        try (Page page = chromium.browser().newPage(phone())) {
            page.setContent(
                    "<html><body><main><img src='x'><p style='color:#bbb'>faint</p></main></body>");
            assertThat(Axe.findings(page)).anyMatch(found -> found.startsWith("image-alt"));
            assertThat(Axe.findings(page)).anyMatch(found -> found.startsWith("html-has-lang"));
        }
    }

    private static Browser.NewPageOptions phone() {
        return new Browser.NewPageOptions().setViewportSize(360, 740);
    }
}
