package cutscore.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Somebody presses "submit" while everything goes wrong: the sign-in is over, then a proxy answers
 * for the server, then the server dies after the commit and before its answer. The page stays, goes
 * on by itself, and ends at the receipt of the one declaration.
 */
class RestartWalkTests {
    private static final Pattern RECEIPT = Pattern.compile("SB-[0-9A-Z-]{6,}");

    /** The longest wait between two tries, and the answer. */
    private static final double LONGEST = 60_000;

    private static final String WHO = "may-declare";

    private final List<String> answered = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    @Test
    void aLostAnswerAnEndedSignInAndADeadServerLeaveOneDeclarationAndItsReceipt() {
        try (var server = OwnServer.start();
                var chromium = Chromium.start();
                var phone = chromium.phone(true);
                Page page = phone.newPage()) {
            page.navigate(server.address("/me/declare"));
            server.enter(page, WHO);
            Chromium.send(page, page.locator("form[data-begin] button"));
            Chromium.send(page, page.locator("form[action='/me/declare/you'] button"));
            Chromium.send(page, page.locator("form[action='/me/declare/evidence'] button"));
            assertThat(page.url()).endsWith("/me/declare/check");
            page.route("**/me/declare/submit", route -> onTheWay(route, server));
            page.locator("#commitment").check();
            endTheSignIn(page);
            page.locator("form[action='/me/declare/submit'] button.button").first().click();

            page.locator("#sending-door").waitFor();
            stillThere(page, "登录已经结束");
            Look.at(page, "declare-signed-out");
            var again = phone.waitForPage(page.locator("#sending-door a")::click);
            again.waitForLoadState();
            server.enter(again, WHO);
            assertThat(again.url()).as("back at this very step").endsWith("/me/declare/check");
            again.close();

            page.locator("#sending-now button").click();
            page.waitForCondition(() -> answered.contains("dead"));
            page.locator("#sending-now").waitFor();
            stillThere(page, "正在自动重试");
            Look.at(page, "declare-no-answer");
            server.startAgain();
            page.waitForURL("**/me/receipt", new Page.WaitForURLOptions().setTimeout(LONGEST));
            page.waitForLoadState();

            String receipt = number(page.locator("main").innerText());
            assertThat(answered).contains("401", "403", "502", "dead").contains(receipt);
            assertThat(keys).as("the key, over all of it").hasSizeGreaterThan(4);
            assertThat(keys.stream().distinct()).hasSize(1);
            page.navigate(server.address("/me/declare"));
            assertThat(page.locator("main").innerText()).contains("你已经申报过");
        }
    }

    /** The first answer that comes through is a proxy's; the next one is lost with the server. */
    private void onTheWay(Route route, OwnServer server) {
        keys.add(route.request().postData().replaceAll(".*\\bkey=([^&]*).*", "$1"));
        if (answered.contains("dead")) {
            route.resume();
            return;
        }
        if (answered.contains("403") && !answered.contains("502")) {
            answered.add("502");
            route.fulfill(
                    new Route.FulfillOptions()
                            .setStatus(502)
                            .setContentType("text/html")
                            .setBody("<h1>502 Bad Gateway</h1>"));
            return;
        }
        var answer = route.fetch();
        if (answer.ok()) {
            answered.add(number(answer.text()));
            server.kill();
            answered.add("dead");
            route.abort();
        } else {
            answered.add(Integer.toString(answer.status()));
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        }
    }

    private static void stillThere(Page page, String said) {
        assertThat(page.locator("#sending").innerText()).contains(said);
        assertThat(page.locator("#sending").getAttribute("role")).isEqualTo("status");
        assertThat(page.locator("#commitment").isChecked()).isTrue();
        assertThat(page.locator("main").innerText()).contains("看一遍").doesNotContain("502");
        assertThat(page.url()).endsWith("/me/declare/check");
    }

    /** As if the browser had been closed and opened: nobody knows any more who it was. */
    private static void endTheSignIn(Page page) {
        var kept =
                page.context().cookies().stream()
                        .filter(cookie -> !cookie.name.equals("sign-in"))
                        .toList();
        page.context().clearCookies();
        page.context().addCookies(new ArrayList<Cookie>(kept));
    }

    private static String number(String text) {
        return RECEIPT.matcher(text).results().map(MatchResult::group).findFirst().orElse("none");
    }
}
