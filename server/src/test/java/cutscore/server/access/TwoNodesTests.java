package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.Cutscore;
import cutscore.server.ModuleTest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Two servers on one database: who signed in at the one acts at the other, and is out there as soon
 * as here. A server that was started again is such another one.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class TwoNodesTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort int port;
    @Autowired Environment here;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired JdbcClient sql;

    private Cast cast;
    private ConfigurableApplicationContext node;
    private int second;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
        if (node == null) {
            node = start();
            second = Integer.parseInt(node.getEnvironment().getProperty("local.server.port", "0"));
        }
    }

    /** Another process would be no other: nothing is shared but the database and the seed. */
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Cutscore.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.main.lazy-initialization=true",
                        "--cutscore.environment=test",
                        "--cutscore.seed=7",
                        "--cutscore.lag=0s",
                        "--cutscore.folder=target/test-folders/second",
                        "--cutscore.database-url=" + given("url"),
                        "--cutscore.database-user=" + given("user"),
                        "--cutscore.database-password=" + given("password"));
    }

    private String given(String what) {
        return here.getRequiredProperty("cutscore.database-" + what);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoSignedInAtTheOneActsAtTheOtherWithAFormOfTheOne() {
        var lin = enrolled.enrol(cast, Role.ANALYST);
        var one = lin.signIn(cast, port);
        var elsewhere = lin.signIn(cast, port);
        String form = token(one.get("/me/devices").body());
        var other = carried(one, second);
        assertThat(other.get("/desk").body()).contains("考试中心分析员");
        var ended = other.postAsItIs("/me/devices/others", Map.of("_csrf", form), Map.of());
        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(ended.headers().firstValue("Location").orElse("")).endsWith("/me/devices");
        assertThat(elsewhere.get("/desk").statusCode()).as("ended at the other").isEqualTo(302);
        assertThat(one.get("/desk").statusCode()).isEqualTo(200);
        var forged = other.postAsItIs("/me/devices/others", Map.of("_csrf", "x"), Map.of());
        assertThat(forged.statusCode()).as("no token of this browser").isEqualTo(403);
    }

    @Test
    void whatEndsAtTheOneIsOverAtTheOtherAtOnce() {
        var examinee = cast.freshlySignedIn(Role.EXAMINEE, port);
        var other = carried(examinee, second);
        assertThat(other.get("/me").statusCode()).isEqualTo(200);
        examinee.post("/sign-out", Map.of());
        assertThat(examinee.cookie("sign-in")).isEmpty();
        assertThat(other.get("/me").statusCode()).isEqualTo(302);

        String name = Enrolled.name();
        var officer = enrolled.open(cast, name, Role.ANALYST);
        var staff = new Visitor(port);
        staff.signIn(name, cast.key.password());
        var there = carried(staff, second);
        assertThat(there.get("/desk").body()).contains("考试中心分析员");
        sql("UPDATE access.role_grant SET confirmed_by = NULL, confirmed_at = NULL", officer.id());
        assertThat(there.get("/desk").body()).contains("还没有角色");
        sql.sql(
                        """
                        UPDATE access.officer SET password_hash = NULL, closed_at = now()
                         WHERE id = :id
                        """)
                .param("id", officer.id())
                .update();
        assertThat(there.get("/desk").statusCode()).as("a closed account").isEqualTo(302);
    }

    @Test
    void aSignInIsOverWhenItIsOldAndWhenItIsLeftAlone() {
        var idle = cast.freshlySignedIn(Role.EXAMINEE, port);
        age(idle, "seen_at", "32 minutes");
        assertThat(carried(idle, second).get("/me").statusCode()).isEqualTo(302);
        assertThat(idle.get("/me").statusCode()).as("asking does not revive it").isEqualTo(302);
        var old = cast.freshlySignedIn(Role.EXAMINEE, port);
        age(old, "began_at", "11 hours 59 minutes");
        assertThat(carried(old, second).get("/me").statusCode()).isEqualTo(200);
        age(old, "began_at", "2 minutes");
        assertThat(carried(old, second).get("/me").statusCode()).isEqualTo(302);
        assertThat(old.get("/me").statusCode()).as("where it began").isEqualTo(302);
    }

    @Test
    void neitherAChangedCookieNorWhatTheTableHoldsOpensTheDoor() {
        var browser = cast.freshlySignedIn(Role.EXAMINEE, port);
        String cookie = browser.cookie("sign-in");
        assertThat(cookie).hasSize(43);
        var thief = new Visitor(second);
        char last = cookie.charAt(10);
        for (String tried :
                new String[] {
                    cookie.substring(0, 10) + (last == 'A' ? 'B' : 'A') + cookie.substring(11),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(token(browser)),
                    "A".repeat(43),
                    "' OR true --"
                }) {
            thief.setCookie("sign-in", tried);
            assertThat(thief.get("/me").statusCode()).as(tried).isEqualTo(302);
        }
        assertThat(
                        sql.sql("SELECT row_to_json(s)::text FROM access.sign_in s")
                                .query(String.class)
                                .list())
                .noneMatch(row -> row.contains(cookie));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieFromBeforeIsNeverTakenOverAndIsGivenWithItsFlags() {
        var planted = "P".repeat(43);
        var browser = new Visitor(port);
        browser.setCookie("sign-in", planted);
        var in = browser.signIn(cast.account(Role.EXAMINEE).signInName(), cast.key.password());
        assertThat(browser.cookie("sign-in")).hasSize(43).isNotEqualTo(planted);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        given ->
                                assertThat(given)
                                        .startsWith("sign-in=")
                                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                                        .doesNotContain("Max-Age", "Domain"));
        var another = new Visitor(port);
        another.setCookie("sign-in", planted);
        assertThat(another.get("/me").statusCode()).isEqualTo(302);
        String first = browser.cookie("sign-in");
        browser.signIn(cast.account(Role.EXAMINEE).signInName(), cast.key.password());
        assertThat(browser.cookie("sign-in")).isNotEqualTo(first);
        another.setCookie("sign-in", first);
        assertThat(another.get("/me").statusCode()).as("the one before").isEqualTo(302);
    }

    @Test
    void aFormsTokenStaysWithItsPersonAndGoesWithTheNext() {
        var browser = cast.freshlySignedIn(Role.EXAMINEE, port);
        String form = token(browser.get("/me/devices").body());
        String examinee = cast.account(Role.EXAMINEE).signInName();
        browser.signIn(examinee, cast.key.password());
        var again = browser.postAsItIs("/me/devices/others", Map.of("_csrf", form), Map.of());
        assertThat(again.statusCode()).as("the same person").isEqualTo(302);
        browser.signIn(cast.account(Role.ANALYST).signInName(), cast.key.password());
        var another = browser.postAsItIs("/me/devices/others", Map.of("_csrf", form), Map.of());
        assertThat(another.statusCode()).as("somebody else").isEqualTo(403);
    }

    /** The same browser at another server: what only the first one keeps in memory is not known. */
    private static Visitor carried(Visitor from, int port) {
        var other = new Visitor(port);
        for (String cookie : new String[] {"sign-in", "csrf", "device"}) {
            other.setCookie(cookie, from.cookie(cookie));
        }
        return other;
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private byte[] token(Visitor browser) {
        return sql.sql("SELECT token FROM access.sign_in WHERE id = :id")
                .param("id", row(browser))
                .query(byte[].class)
                .single();
    }

    /** The last sign-in of the examinee, whose visitor has just signed in. */
    private UUID row(Visitor browser) {
        assertThat(browser.cookie("sign-in")).isNotEmpty();
        return sql.sql(
                        """
                        SELECT id FROM access.sign_in WHERE account = :id
                         ORDER BY seen_at DESC, began_at DESC LIMIT 1
                        """)
                .param("id", cast.account(Role.EXAMINEE).id())
                .query(UUID.class)
                .single();
    }

    private void age(Visitor browser, String column, String by) {
        sql.sql(
                        "UPDATE access.sign_in SET "
                                + column
                                + " = "
                                + column
                                + " - :by::interval WHERE id = :id")
                .param("by", by)
                .param("id", row(browser))
                .update();
    }

    private void sql(String update, UUID officer) {
        sql.sql(update + " WHERE officer = :id").param("id", officer).update();
    }
}
