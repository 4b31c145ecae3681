package cutscore.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The steps before the pages that ask for a code which was sent. */
final class Registering {
    private Registering() {}

    /** Somebody of the roster opens an account by telephone; stands before the code. */
    static String begun(Page page) {
        String[] cells = row(People.whoMayDeclareToWork(1).getFirst());
        page.navigate(Site.address("/register"));
        page.locator("#admission").fill(cells[0]);
        page.locator("#identity").fill(cells[8]);
        page.locator("#person").fill(cells[9]);
        page.locator("#contact").fill("13800000002");
        Chromium.send(page, page.locator("main form button"));
        return Site.path(page.url());
    }

    /** Somebody signed in adds a telephone; stands before the code. */
    static String anotherContact(Page page) {
        page.navigate(Site.address("/me/account"));
        page.locator("form[action='/me/account/contact'] input:not([type=hidden])")
                .first()
                .fill("13800000003");
        Chromium.send(page, page.locator("form[action='/me/account/contact'] button"));
        return Site.path(page.url());
    }

    private static String[] row(String admissionNumber) {
        try (var rows = Files.lines(Site.running().roster())) {
            return rows.filter(row -> row.startsWith(admissionNumber + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
