package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class FrontDoorTests {
    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Patience patience;
    @Autowired JdbcClient sql;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
    }

    @Test
    void anOfficerSignsInWorksAndLeaves() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/desk").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/sign-in"));
        var in = visitor.signIn("analyst", cast.key.password());
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/desk");
        var desk = visitor.get("/desk");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("分析员甲（虚构）").contains("考试中心分析员");
        assertThat(desk.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String session = visitor.cookie("session");
        var out = visitor.post("/sign-out", Map.of());
        assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
        visitor.setCookie("session", session);
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void signingInGivesTheSessionANewName() {
        var visitor = new Visitor(port);
        visitor.get("/desk");
        String before = visitor.cookie("session");
        visitor.signIn("analyst", cast.key.password());
        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("session")).isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.cookie("session").length()).isGreaterThanOrEqualTo(32);
    }

    @Test
    void aNameThatNobodyHasIsRefusedInTheSameWords() {
        var right = new Visitor(port).signIn("analyst", "not the password at all");
        var nobody = new Visitor(port).signIn("nobody-at-all", "not the password at all");
        var odd = new Visitor(port).signIn("' OR 1=1 \u0000", "not the password at all");
        for (var answer : new Object[] {nobody, odd}) {
            assertThat(((java.net.http.HttpResponse<?>) answer).headers().firstValue("Location"))
                    .isEqualTo(right.headers().firstValue("Location"));
        }
        assertThat(right.statusCode()).isEqualTo(nobody.statusCode()).isEqualTo(302);
    }

    @Test
    void eachRefusalAfterTheSecondWaitsLongerAndNobodyIsLockedOut() {
        String pair = patience.pair("somebody", "192.0.2.7");
        assertThat(patience.knock(pair)).isLessThan(Duration.ofMillis(5));
        assertThat(patience.knock(pair)).isLessThan(Duration.ofMillis(5));
        var third = patience.knock(pair);
        var fourth = patience.knock(pair);
        assertThat(third).isPositive();
        assertThat(fourth).isGreaterThan(third);
        assertThat(patience.knock(patience.pair("somebody", "192.0.2.8")))
                .isLessThan(Duration.ofMillis(5));
        var visitor = new Visitor(port);
        for (int i = 0; i < 4; i++) {
            visitor.signIn("publisher", "wrong wrong wrong wrong");
        }
        visitor.signIn("publisher", cast.key.password());
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void theBookOfSignInsHoldsNoNameAndNoAddress() {
        new Visitor(port).signIn("reviewer", "wrong wrong wrong wrong");
        cast.freshlySignedIn(Role.AUDITOR, port);
        var rows =
                sql.sql("SELECT row_to_json(a)::text FROM access.sign_in_attempt a")
                        .query(String.class)
                        .list();
        assertThat(rows).anyMatch(row -> row.contains("SIGNED_IN"));
        assertThat(rows).anyMatch(row -> row.contains("REFUSED"));
        assertThat(rows).noneMatch(row -> row.contains("reviewer") || row.contains("127.0.0.1"));
    }

    @Test
    void thePageWithoutALaneAndThePageThatIsNotThereAreBothNotFound() {
        var visitor = cast.signedIn(Role.ANALYST, port);
        assertThat(new Visitor(port).get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/no-such-page").statusCode()).isIn(403, 404);
        assertThat(new Visitor(port).get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void aRoleTakesEffectAtTheNextRequest() {
        var visitor = cast.signedIn(Role.CLEARING_OFFICER, port);
        assertThat(visitor.get("/desk").body()).contains("审核备案人员");
        sql.sql(
                        """
                        UPDATE access.role_grant SET confirmed_by = NULL, confirmed_at = NULL
                         WHERE officer = :id
                        """)
                .param("id", cast.account(Role.CLEARING_OFFICER).id())
                .update();
        assertThat(visitor.get("/desk").body()).doesNotContain("审核备案人员").contains("还没有角色");
        sql.sql(
                        """
                        UPDATE access.role_grant
                           SET confirmed_by = (SELECT id FROM access.officer
                                                WHERE sign_in_name = 'security'),
                               confirmed_at = proposed_at
                         WHERE officer = :id
                        """)
                .param("id", cast.account(Role.CLEARING_OFFICER).id())
                .update();
    }
}
