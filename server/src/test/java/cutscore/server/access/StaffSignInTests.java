package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Officers sign in by two steps, and their sign-ins end. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class StaffSignInTests {
    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired FactorTable table;
    @Autowired JdbcClient sql;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
    }

    @Test
    void thePasswordAloneLeadsToTheSecondStepAndToNothingElse() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = new Visitor(port);
        assertThat(where(browser.get("/national"))).endsWith("/sign-in");
        assertThat(where(browser.signIn(lin.name, cast.key.password())))
                .endsWith("/sign-in/factor");
        for (String path : new String[] {"/desk", "/national", "/me/security", "/me/devices"}) {
            assertThat(where(browser.get(path))).as(path).endsWith("/sign-in");
        }
        String session = browser.cookie("session");
        var wrong = browser.post("/sign-in/factor", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var right = browser.post("/sign-in/factor", Map.of("code", lin.code()));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(browser.cookie("session")).isNotEqualTo(session);
        assertThat(browser.get("/national").statusCode()).isEqualTo(200);
        assertThat(browser.get("/me/devices").body()).contains("口令和第二因素");
        assertThat(browser.get("/desk").body()).contains("账号安全");
    }

    @Test
    void aStrangersBrowserHasNoSecondStepAndARightPasswordIsStillNeeded() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = new Visitor(port);
        var early = browser.post("/sign-in/factor", Map.of("code", lin.code()));
        assertThat(where(early)).endsWith("/sign-in?over");
        browser.signIn(lin.name, "wrong wrong wrong wrong");
        assertThat(where(browser.get("/sign-in/factor"))).endsWith("/sign-in?over");
    }

    @Test
    void theRealOfficerGetsInWhileAStrangerGuesses() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var own = lin.signIn(cast, port);
        own.post("/sign-out", Map.of());
        var stranger = Visitor.from("127.0.0.9", port);
        stranger.signIn(lin.name, cast.key.password());
        HttpResponse<String> last = stranger.post("/sign-in/factor", Map.of("code", "000000"));
        for (int i = 0; i < Factors.WRONG_AN_HOUR; i++) {
            last = stranger.post("/sign-in/factor", Map.of("code", "000000"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        last = stranger.post("/sign-in/factor", Map.of("code", lin.code()));
        assertThat(last.statusCode()).isEqualTo(429);
        own.signIn(lin.name, cast.key.password());
        own.post("/sign-in/factor", Map.of("code", lin.code()));
        var desk = own.get("/desk");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("次错误的验证码").contains("上次登录");
    }

    @Test
    void anAppIsAddedOnThePageAndAskedForFromThenOn() {
        String name = Enrolled.name();
        var officer = enrolled.open(cast, name, Role.ANALYST);
        var browser = new Visitor(port);
        browser.signIn(name, cast.key.password());
        var elsewhere = new Visitor(port);
        elsewhere.signIn(name, cast.key.password());
        assertThat(browser.get("/me/security").body()).contains("演示环境只向已登记");
        browser.post("/me/security/app", Map.of());
        var page = browser.get("/me/security/app");
        var key = Pattern.compile("<b class=\"mono\">([A-Z2-7 ]+)</b>").matcher(page.body());
        assertThat(key.find()).isTrue();
        assertThat(page.body()).contains("<svg").doesNotContain("otpauth");
        byte[] secret = EnrolFirstTests.Base32.read(key.group(1));
        var wrong =
                browser.post("/me/security/app/confirmation", Map.of("code", "1", "label", "甲"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"甲\"").contains(key.group(1));
        String code = Totp.code(secret, Totp.step(table.now()), 6);
        var added = browser.post("/me/security/app/confirmation", Map.of("code", code));
        assertThat(where(added)).endsWith("/me/security/recovery");
        assertThat(browser.get("/me/security/recovery").body()).containsPattern("[2-9a-z]{6}-");
        assertThat(where(browser.get("/me/security/recovery"))).endsWith("/me/security");
        assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(302);
        assertThat(where(elsewhere.signIn(name, cast.key.password()))).endsWith("/factor");
        var again = elsewhere.post("/sign-in/factor", Map.of("code", code));
        assertThat(again.statusCode()).as("the code that added it").isEqualTo(422);
        assertThat(browser.post("/me/security/app/removal", Map.of()).body()).contains("最后一个");
        assertThat(events(officer)).contains("FACTOR_ADDED", "RECOVERY_MADE", "FACTOR_REFUSED");
    }

    @Test
    void aStolenBrowserChangesNoFactor() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = lin.signIn(cast, port);
        age(lin.officer, "6 minutes");
        for (String path : new String[] {"/app", "/app/removal", "/recovery"}) {
            assertThat(browser.post("/me/security" + path, Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(browser.get("/me/security").body()).contains("证明并改动").doesNotContain("重新生成十个");
        assertThat(browser.post("/me/security/proof", Map.of()).statusCode()).isEqualTo(403);
        browser.post("/me/security/proof", Map.of(StepUpGuard.CODE, lin.code()));
        assertThat(browser.get("/me/security").body()).contains("重新生成十个");
    }

    @Test
    void aNewPasswordEndsTheOtherSignInsAndDoesNotStandInForTheFactor() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var here = lin.signIn(cast, port);
        var there = lin.signIn(cast, port);
        String wanted = "a sentence about two rivers";
        var wrong = here.post("/me/security/password", Map.of("current", "x", "password", wanted));
        assertThat(wrong.statusCode()).isEqualTo(422);
        here.post(
                "/me/security/password",
                Map.of("current", cast.key.password(), "password", wanted));
        assertThat(here.get("/desk").statusCode()).isEqualTo(200);
        assertThat(there.get("/desk").statusCode()).isEqualTo(302);
        assertThat(where(there.signIn(lin.name, cast.key.password()))).contains("refused");
        assertThat(where(there.signIn(lin.name, wanted))).endsWith("/sign-in/factor");
    }

    @Test
    void anOfficersSignInEndsAfterTenHoursAndAfterHalfAnHourOfNothing() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var browser = lin.signIn(cast, port);
        age(lin.officer, "9 hours 59 minutes");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        age(lin.officer, "2 minutes");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        var idle = lin.signIn(cast, port);
        sql.sql(
                        """
                        UPDATE access.sign_in SET began_at = began_at - interval '1 hour',
                               seen_at = seen_at - interval '32 minutes'
                         WHERE account = :id
                        """)
                .param("id", lin.officer.id())
                .update();
        assertThat(idle.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void anOfficerSeesAndEndsTheOtherSignIns() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var here = lin.signIn(cast, port);
        var there = lin.signIn(cast, port);
        assertThat(here.get("/me/devices").body()).contains("结束其他全部登录");
        here.post("/me/devices/others", Map.of());
        assertThat(there.get("/desk").statusCode()).isEqualTo(302);
        assertThat(here.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void theAuditAdministratorSeesFactorsWithoutNames() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        lin.signIn(cast, port);
        var book = cast.signedIn(Role.AUDIT_ADMIN, port).get("/sign-ins").body();
        assertThat(book)
                .contains("口令正确，等第二因素", "第二因素通过", "添加第二因素")
                .contains(lin.officer.id().toString())
                .doesNotContain(lin.name)
                .doesNotContain(lin.officer.name());
    }

    private java.util.List<String> events(Officer officer) {
        return sql.sql("SELECT outcome FROM access.sign_in_attempt WHERE account = :id")
                .param("id", officer.id())
                .query(String.class)
                .list();
    }

    private void age(Officer officer, String by) {
        sql.sql(
                        """
                        UPDATE access.sign_in SET began_at = began_at - :by::interval,
                               proven_at = proven_at - :by::interval
                         WHERE account = :id
                        """)
                .param("by", by)
                .param("id", officer.id())
                .update();
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }
}
