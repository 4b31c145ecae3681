package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import cutscore.server.cycle.Replayed;

/** The door of the site: people of the played cast sign in as anybody does. */
final class Door {
    private Door() {}

    /** With name and password; somebody with a second factor then stands before that. */
    static void enter(Page page, String name) {
        enter(page, Site.running().signIn(name));
    }

    /** At the site's name instead of its number: passkeys belong to a name. */
    static void enterByName(Page page, String name) {
        enterByName(page, Site.running().signIn(name));
    }

    static void enter(Page page, Replayed.SignIn who) {
        enter(page, Site.address("/sign-in"), who);
    }

    static void enterByName(Page page, Replayed.SignIn who) {
        enter(page, Site.byName("/sign-in"), who);
    }

    /** An officer sets the own password with the one-time code of a new account. */
    static void setFirstPassword(Page page, String name, String code, String password) {
        page.navigate(Site.address("/sign-in/first"));
        page.locator("#name").fill(name);
        page.locator("#code").fill(code);
        page.locator("#password").fill(password);
        Chromium.send(page, page.locator("form[action='/sign-in/first'] button"));
        assertThat(page.url()).as(name + " has a password").endsWith("/sign-in");
    }

    private static void enter(Page page, String door, Replayed.SignIn who) {
        page.navigate(door);
        page.locator("#name").fill(who.name());
        page.locator("#password").fill(who.password());
        Chromium.send(page, page.locator("form[action='/sign-in'] button"));
        assertThat(page.url()).as(who.name() + " is in").doesNotContainPattern("/sign-in(\\?.*)?$");
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
