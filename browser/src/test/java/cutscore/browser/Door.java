package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** The door of the site: people of the played cast sign in as anybody does. */
final class Door {
    private Door() {}

    /** With name and password; somebody with a second factor then stands before that. */
    static void enter(Page page, String name) {
        enter(page, Site.address("/sign-in"), name);
    }

    /** At the site's name instead of its number: passkeys belong to a name. */
    static void enterByName(Page page, String name) {
        enter(page, Site.byName("/sign-in"), name);
    }

    private static void enter(Page page, String door, String name) {
        var who = Site.running().signIn(name);
        page.navigate(door);
        page.locator("#name").fill(who.name());
        page.locator("#password").fill(who.password());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
        assertThat(page.url()).as(name + " is in").doesNotContainPattern("/sign-in(\\?.*)?$");
    }

    /** From now on this page's device keeps passkeys. */
    static void givePasskeys(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        var options = new JsonObject();
        options.add("options", kind);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
