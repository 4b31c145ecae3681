package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import cutscore.server.declaration.DeclarationId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A reviewer at the bench: by keys with a Chinese input method on, and without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchWalkTests {
    private static final int CASES = 50;
    private static final Pattern RECORDED = Pattern.compile("你今天记录了 (\\d+) 件");

    /** What a browser sends while an input method composes: by its mark, and by the old number. */
    private static final String COMPOSING =
            """
            () => {
              const send = (type, more) => document.activeElement.dispatchEvent(
                new KeyboardEvent(type, Object.assign({ bubbles: true, cancelable: true }, more)));
              document.activeElement.dispatchEvent(
                new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
              for (const code of ["KeyA", "KeyR", "KeyX", "KeyF", "KeyZ", "KeyJ", "Digit1"]) {
                send("keydown", { code, key: "Process", keyCode: 229, which: 229 });
                send("keydown", { code, key: "a", isComposing: true });
              }
              const paused = document.getElementById("keys-paused").textContent;
              document.activeElement.dispatchEvent(
                new CompositionEvent("compositionend", { bubbles: true, data: "通过" }));
              return paused;
            }
            """;

    private Chromium chromium;
    private BrowserContext scripted;
    private BrowserContext plain;
    private List<DeclarationId> cases;

    @BeforeAll
    void signIn() {
        chromium = Chromium.start();
        cases = Cases.waitingFor("审核员甲（虚构）", CASES + 6);
        Cases.waitingFor("审核员乙（虚构）", 4);
        scripted = chromium.signedIn("reviewer", true);
        plain = chromium.signedIn("reviewer-2", false);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    @Order(1)
    void withoutAScriptACaseIsDecidedAndTakenBackByButtons() {
        try (Page page = plain.newPage()) {
            page.navigate(Site.address("/province/bench"));
            String first = receipt(page);
            Chromium.send(page, page.locator(".approve button"));
            assertThat(receipt(page)).isNotEqualTo(first);
            assertThat(page.locator("#held").innerText()).contains(first, "撤销");
            Chromium.send(page, page.locator("[data-act=undo]"));
            assertThat(receipt(page)).isEqualTo(first);
            assertThat(page.locator("#held li").count()).isZero();
            page.locator("#return summary").click();
            page.locator("#return input[name=library]").first().check();
            page.locator("#item-fact-ground").check();
            page.locator("#words-fact-ground").fill("请改选相符的一种");
            Chromium.send(page, page.locator("[data-act=send-return]"));
            assertThat(page.locator("#held").innerText()).contains("退回补正", first);
            Chromium.send(page, page.locator("[data-act=undo]"));
        }
    }

    @Test
    @Order(2)
    void fiftyCasesAreReviewedByKeysWhileAnInputMethodIsOn() {
        try (Page page = scripted.newPage()) {
            page.navigate(Site.address("/province/bench"));
            int before = recorded(page);
            page.navigate(Site.address("/province/bench?case=" + cases.getFirst().value()));
            Look.at(page, "bench");
            thePaperIsTurnedAndEnlarged(page);
            for (int i = 0; i < CASES; i++) {
                String one = receipt(page);
                assertThat((String) page.evaluate(COMPOSING)).contains("快捷键暂停");
                assertThat(receipt(page)).as("a composing key does nothing").isEqualTo(one);
                assertThat(page.locator("#held").textContent()).doesNotContain(one);
                assertThat(page.locator("details[open]").count()).isZero();
                decide(page, i);
                page.waitForFunction(
                        "was => document.querySelector('#case .mono').textContent !== was", one);
                if (i == 5) {
                    takenBack(page, one);
                    page.keyboard().press("a");
                    page.waitForFunction(
                            "was => document.querySelector('#case .mono').textContent !== was",
                            one);
                }
            }
            page.waitForFunction(
                    "() => document.querySelectorAll('#held li').length === 0",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(60_000));
            page.navigate(Site.address("/province/bench"));
            assertThat(recorded(page)).isEqualTo(before + CASES);
        }
    }

    /** How many the reviewer recorded today, as the page tells him. */
    private static int recorded(Page page) {
        var said = RECORDED.matcher(page.locator(".pane-queue").innerText());
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    private static void thePaperIsTurnedAndEnlarged(Page page) {
        page.waitForFunction(
                "() => [...document.querySelectorAll('.paper-page img')].some(i =>"
                        + " i.naturalWidth)");
        page.locator("[data-turn]").first().click();
        page.locator("[data-zoom='1']").first().click();
        assertThat(page.locator(".paper").first().getAttribute("class"))
                .contains("turn-1", "zoom-1");
        page.keyboard().press("e");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("evidence");
        page.reload();
    }

    /** A, R with a reason, X with a reason, and digits where letters would go to the composer. */
    private static void decide(Page page, int i) {
        if (i % 10 == 3) {
            page.keyboard().press("r");
            page.keyboard().press(Integer.toString(1 + i % 3));
            page.keyboard().press("Enter");
        } else if (i % 10 == 7) {
            page.keyboard().press("x");
            page.keyboard().press("2");
            page.keyboard().press("Enter");
        } else {
            page.keyboard().press(i % 2 == 0 ? "a" : "1");
        }
    }

    private static void takenBack(Page page, String before) {
        page.waitForFunction(
                "was => document.querySelector('#held').textContent.includes(was)", before);
        page.keyboard().press("z");
        page.waitForFunction(
                "was => document.querySelector('#case .mono').textContent === was", before);
    }

    @Test
    @Order(3)
    void keysRestInTextFieldsAndWhenTheyAreSwitchedOff() {
        try (Page page = scripted.newPage()) {
            page.navigate(Site.address("/province/bench"));
            String first = receipt(page);
            page.keyboard().press("/");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("bench-search");
            page.keyboard().type("arj1");
            assertThat(page.locator("#bench-search").inputValue()).isEqualTo("arj1");
            assertThat(receipt(page)).isEqualTo(first);
            page.keyboard().press("Escape");
            page.keyboard().press("ArrowDown");
            page.waitForFunction(
                    "was => document.querySelector('#case .mono').textContent !== was", first);
            page.keyboard().press("k");
            page.waitForFunction(
                    "was => document.querySelector('#case .mono').textContent === was", first);
            page.locator("#keys-on").uncheck();
            page.locator("h1").click();
            page.keyboard().press("j");
            page.waitForTimeout(200);
            assertThat(receipt(page)).isEqualTo(first);
            page.locator("#keys-on").check();
        }
    }

    @Test
    @Order(4)
    void aCaseOnPaperHasItsFindingsAndNoButtons() {
        try (Page page = scripted.newPage()) {
            page.navigate(
                    Site.address("/province/declarations/" + cases.getFirst().value() + "/sheet"));
            assertThat(page.locator(".hints li").last().isVisible()).isFalse();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".hints li").last().isVisible()).as("findings").isTrue();
            assertThat(page.locator("nav, main form, .on-screen, .face").all())
                    .noneMatch(Locator::isVisible);
            Look.at(page, "sheet-on-paper");
        }
    }

    private static String receipt(Page page) {
        return page.locator("#case .mono").textContent();
    }
}
