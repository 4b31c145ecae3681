package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 AA as far as a program can tell, on every public page in both languages. */
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

    static Stream<String> pages() {
        return PublicPages.all().flatMap(path -> Stream.of(path, PublicPages.english(path)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothing(String path) {
        try (Page page = chromium.browser().newPage(phone())) {
            page.navigate(PublicPages.address(path));
            assertThat(Axe.findings(page)).isEmpty();
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
