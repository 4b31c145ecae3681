package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * A look at a page on a phone and on a desk: nothing sticks out sideways, axe finds nothing (WCAG
 * 2.2 AA as far as a program can tell), and a picture is kept for human eyes.
 */
final class Look {
    static final int PHONE = 360;
    static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** The innermost elements that reach beyond the window's edge. */
    private static final String STICKING_OUT =
            """
            () => [...document.body.querySelectorAll('*')]
              .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
              .filter((one, _, all) => !all.some(other => other !== one && one.contains(other)))
              .slice(0, 5).map(one => one.outerHTML.slice(0, 200))
            """;

    private Look() {}

    /** At the page as it stands, at both widths; afterwards it is as wide as it was. */
    static void at(Page page, String name) {
        atBothWidths(page, name, true);
    }

    /**
     * At a page whose browser runs no script: without axe, which is a script itself and would wait
     * for ever.
     */
    static void withoutScript(Page page, String name) {
        atBothWidths(page, name, false);
    }

    /** At an address in both languages. Chinese last: the choice stays with the visitor. */
    static void at(BrowserContext who, String path, String name) {
        for (String language : List.of("en", "zh")) {
            try (Page page = who.newPage()) {
                page.navigate(Site.address(inLanguage(path, language)));
                at(page, name + "-" + language);
            }
        }
    }

    /**
     * At an address in both languages. Pictures are of the Chinese page; axe looks at that at both
     * widths, and at the English one on a desk.
     *
     * @return how the address answered
     */
    static int inBothLanguages(Page page, String path, String name) {
        page.navigate(Site.address(inLanguage(path, "en")));
        for (int width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            fits(page, name + " in English " + width, width);
        }
        assertThat(Axe.findings(page)).as(name + " in English").isEmpty();
        var answer = page.navigate(Site.address(inLanguage(path, "zh")));
        at(page, name);
        return answer.status();
    }

    static String inLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static void atBothWidths(Page page, String name, boolean script) {
        var before = page.viewportSize();
        for (int width : List.of(DESK, PHONE)) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(PICTURES.resolve(name + "-" + width + ".png")));
            fits(page, name + " " + width, width);
            if (script) {
                assertThat(Axe.findings(page)).as(name + " " + width).isEmpty();
            }
        }
        page.setViewportSize(before.width, before.height);
    }

    private static void fits(Page page, String what, int width) {
        var widest = (Number) page.evaluate("() => document.documentElement.scrollWidth");
        if (widest.intValue() > width) {
            assertThat((List<?>) page.evaluate(STICKING_OUT)).as(what).isEmpty();
        }
        assertThat(widest.intValue()).as(what).isLessThanOrEqualTo(width);
    }
}
