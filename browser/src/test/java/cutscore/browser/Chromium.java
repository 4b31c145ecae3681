package cutscore.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import cutscore.server.cycle.Replayed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium; nothing is downloaded. Playwright's objects belong to one thread. */
final class Chromium implements AutoCloseable {
    private static final String SETTING = "CUTSCORE_CHROMIUM";
    private static final List<String> QUIET =
            List.of(
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-first-run");

    private static final int HEIGHT = 800;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(path()).setArgs(arguments());
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    Browser browser() {
        return browser;
    }

    /** Somebody at a window of this width, with a script or without. */
    BrowserContext window(int width, boolean script) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, HEIGHT));
    }

    /** Somebody with a phone: narrow, and touched instead of clicked. */
    BrowserContext phone(boolean script) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setViewportSize(Look.PHONE, HEIGHT)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    /** Somebody of the played cast who has signed in: {@code reviewer-2}. */
    BrowserContext signedIn(String name, int width, boolean script) {
        var who = window(width, script);
        try (Page page = who.newPage()) {
            Door.enter(page, name);
        }
        return who;
    }

    /** Somebody who has signed in at a desk. */
    BrowserContext signedIn(Replayed.SignIn somebody, boolean script) {
        var who = window(Look.DESK, script);
        try (Page page = who.newPage()) {
            Door.enter(page, somebody);
        }
        return who;
    }

    /** The same at a desk. */
    BrowserContext signedIn(String name, boolean script) {
        return signedIn(name, Look.DESK, script);
    }

    /**
     * Presses a button that sends a form, and waits until the page that answers has loaded. A page
     * that is closed while its form is still on the way may never close.
     */
    static void send(Page page, Locator button) {
        page.waitForResponse(
                answer ->
                        answer.request().isNavigationRequest()
                                && (answer.status() < 300 || answer.status() >= 400),
                button::click);
        page.waitForLoadState();
    }

    /** A missing browser is a failure with a remedy, never a test that was quietly left out. */
    static Path path() {
        var path = Path.of(System.getenv().getOrDefault(SETTING, "/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "没有浏览器 "
                            + path
                            + "：请安装（Debian: apt-get install chromium fonts-noto-cjk），或用 "
                            + SETTING
                            + " 指明 / No browser there: install Chromium, or name it in "
                            + SETTING);
        }
        return path;
    }

    private static List<String> arguments() {
        var arguments = new ArrayList<>(QUIET);
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
