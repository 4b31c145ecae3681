package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A form whose sign-in was over waits on the page that says so. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class WaitingFormTests {
    private static final String FORM = "/officers";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired JdbcClient sql;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
    }

    @Test
    void whatWasTypedWaitsAndGoesOnWithOnePressAfterSigningIn() {
        var browser = cast.freshlySignedIn(Role.SYSTEM_ADMIN, port);
        String name = Enrolled.name();
        String typed = "林\"<b>&" + name;
        leaveAlone(Role.SYSTEM_ADMIN);
        var waits = browser.post(FORM, Map.of("signInName", name, "name", typed));
        assertThat(waits.statusCode()).isEqualTo(401);
        assertThat(waits.body()).contains("表单还在这里", "接着提交").doesNotContain("<b>&");
        assertThat(waits.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(officers(name)).as("nothing was done").isZero();
        var fields = hidden(waits);
        assertThat(fields).containsEntry("name", typed).containsKey(WaitingForms.TYPED_BY);
        signIn(browser, Role.SYSTEM_ADMIN);
        var done = browser.postAsItIs(FORM, fields, Map.of());
        assertThat(done.statusCode()).as(done.body()).isLessThan(400);
        assertThat(officers(name)).isOne();
    }

    @Test
    void anotherPersonDoesNotSendIt() {
        var browser = cast.freshlySignedIn(Role.SYSTEM_ADMIN, port);
        String name = Enrolled.name();
        leaveAlone(Role.SYSTEM_ADMIN);
        var fields = hidden(browser.post(FORM, Map.of("signInName", name, "name", "林")));
        signIn(browser, Role.SECURITY_ADMIN);
        var refused = browser.postAsItIs(FORM, fields, Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("另一个人填的").doesNotContain(name);
        // Not even with a token of the new sign-in, and not after that has ended as well.
        fields.put("_csrf", browser.token());
        assertThat(browser.postAsItIs(FORM, fields, Map.of()).body()).contains("另一个人填的");
        leaveAlone(Role.SECURITY_ADMIN);
        var again = hidden(browser.postAsItIs(FORM, fields, Map.of()));
        assertThat(again.get(WaitingForms.TYPED_BY)).isEqualTo(fields.get(WaitingForms.TYPED_BY));
        signIn(browser, Role.SECURITY_ADMIN);
        again.put("_csrf", browser.token());
        assertThat(browser.postAsItIs(FORM, again, Map.of()).statusCode()).isEqualTo(403);
        assertThat(officers(name)).isZero();
    }

    @Test
    void anExamineesFormWaitsAsWellAndItsFileIsAskedForAgain() {
        var browser = cast.freshlySignedIn(Role.EXAMINEE, port);
        leaveAlone(Role.EXAMINEE);
        byte[] file = "scan".getBytes(StandardCharsets.UTF_8);
        var waits = browser.upload("/me/files", Map.of("note", "社保"), "a.pdf", file);
        String device = new UUID(1, 2).toString();
        var ending = browser.post("/me/devices/end", Map.of("device", device));
        assertThat(hidden(ending)).containsEntry("device", device);
        signIn(browser, Role.EXAMINEE);
        assertThat(browser.postAsItIs("/me/devices/end", hidden(ending), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(waits.statusCode()).isEqualTo(401);
        assertThat(waits.body())
                .contains("multipart/form-data", "请重新选择", "a.pdf", "name=\"file\"", "社保")
                .doesNotContain("scan");
    }

    @Test
    void passwordsLargeFormsAndFormsOfNobodyAreNotKept() {
        var browser = cast.freshlySignedIn(Role.EXAMINEE, port);
        leaveAlone(Role.EXAMINEE);
        var secret = Map.of("current", "very secret words", "password", "other secret words");
        var password = browser.post("/me/account/password", secret);
        assertThat(password.statusCode()).isEqualTo(401);
        assertThat(password.body()).contains("没有保留在这里").doesNotContain("secret words");
        var large = browser.post("/me/sittings", Map.of("sitting", "1".repeat(200_001)));
        assertThat(large.statusCode()).isEqualTo(401);
        assertThat(large.body()).contains("没有保留在这里").hasSizeLessThan(20_000);
        var nobody = new Visitor(port).post("/me/sittings", Map.of("sitting", "typed"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("没有保留在这里").doesNotContain("typed");
        browser.setCookie("sign-in", "x".repeat(43));
        assertThat(browser.post("/me/sittings", Map.of("sitting", "typed")).body())
                .as("a cookie that was changed")
                .doesNotContain("typed");
    }

    @Test
    void aForgedNoteOfWhoTypedItIsRefusedAndAScriptGetsNoPage() {
        var browser = cast.freshlySignedIn(Role.EXAMINEE, port);
        var forged = Map.of("sitting", "0", WaitingForms.TYPED_BY, "0".repeat(64));
        assertThat(browser.post("/me/sittings", forged).statusCode()).isEqualTo(403);
        leaveAlone(Role.EXAMINEE);
        var script = browser.change("POST", "/me/sittings");
        assertThat(script.statusCode()).isEqualTo(401);
        assertThat(script.body()).doesNotContain("<html");
    }

    private void signIn(Visitor browser, Role role) {
        browser.signIn(cast.account(role).signInName(), cast.key.password());
    }

    private void leaveAlone(Role role) {
        sql.sql(
                        """
                        UPDATE access.sign_in SET seen_at = seen_at - interval '32 minutes'
                         WHERE id = (SELECT id FROM access.sign_in WHERE account = :id
                                      ORDER BY seen_at DESC, began_at DESC LIMIT 1)
                        """)
                .param("id", account(role))
                .update();
    }

    private UUID account(Role role) {
        return cast.account(role).id();
    }

    private int officers(String name) {
        return sql.sql("SELECT count(*) FROM access.officer WHERE sign_in_name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        var fields = new LinkedHashMap<String, String>();
        var found = HIDDEN.matcher(page.body());
        while (found.find()) {
            fields.put(
                    found.group(1),
                    found.group(2)
                            .replace("&#34;", "\"")
                            .replace("&#39;", "'")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"));
        }
        return fields;
    }
}
