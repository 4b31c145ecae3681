package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What an owner changes, and what nobody else can. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class OwnAccountTests {
    private static final String OLD = "a sentence about mountains";
    private static final String NEW = "another one about rivers";

    @LocalServerPort int port;
    @Autowired InventedSitters sitters;
    @Autowired Letterbox letters;
    @Autowired JdbcClient sql;
    @Autowired Patience patience;

    @BeforeEach
    void rosters() {
        sitters.open();
    }

    @Test
    void aNewPasswordNeedsTheOldOneEndsOtherSignInsAndIsTold() throws InterruptedException {
        var here = register(21, "owner21");
        contact(here, "owner21@example.org");
        here.post("/sign-out", Map.of());
        here.signIn("owner21", OLD);
        var there = new Visitor(port);
        there.signIn("owner21@example.org", OLD);
        assertThat(there.get("/me").statusCode()).isEqualTo(200);
        var wrong = password(here, "not the old one at all", NEW);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("现在的口令不对");
        assertThat(password(here, OLD, NEW).statusCode()).isEqualTo(302);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(there.get("/me").statusCode()).isEqualTo(302);
        there.signIn("owner21", OLD);
        assertThat(there.get("/me").statusCode()).isEqualTo(302);
        there.signIn("owner21", NEW);
        assertThat(there.get("/me").statusCode()).isEqualTo(200);
        assertThat(letters.changes("owner21@example.org"))
                .contains(AccountChanged.What.PASSWORD_CHANGED);
    }

    @Test
    void aChangedContactIsToldToTheFormerOneAsWell() throws InterruptedException {
        var here = register(22, "owner22");
        contact(here, "old22@example.org");
        contact(here, "new22@example.org");
        assertThat(letters.changes("old22@example.org"))
                .containsExactly(
                        AccountChanged.What.CONTACT_CHANGED, AccountChanged.What.CONTACT_CHANGED);
        assertThat(letters.changes("new22@example.org")).hasSize(1);
        assertThat(here.get("/me/account").body())
                .contains("n***@example.org")
                .doesNotContain("o***@example.org");
    }

    @Test
    void theLastWayInIsNotRemoved() throws InterruptedException {
        var here = new Visitor(port);
        here.post("/register", InventedSitters.facts(23, Map.of("contact", "13800000023")));
        here.post("/register/code", Map.of("code", letters.code("13800000023")));
        var refused = here.post("/me/account/contact/removal", Map.of("channel", "SMS"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("去掉它就没有办法登录了").contains("138****0023");
    }

    @Test
    void aPasswordAskedForWithTheFactsAloneCountsAfterWaiting() throws InterruptedException {
        var here = register(24, "owner24");
        contact(here, "owner24@example.org");
        here.post("/sign-out", Map.of());
        var asked = forgotten(24, NEW);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("72 小时后生效");
        waitForRecovery("P24");
        assertThat(letters.changes("owner24@example.org"))
                .contains(AccountChanged.What.RECOVERY_ASKED);
        here.signIn("owner24", NEW);
        assertThat(here.get("/me").statusCode()).as("not yet").isEqualTo(302);
        sql.sql(
                        "UPDATE access.recovery SET asked_at = asked_at - interval '80 hours',"
                                + " ripe_at = ripe_at - interval '80 hours'")
                .update();
        here.signIn("owner24", NEW);
        assertThat(here.get("/me").statusCode()).as("after waiting").isEqualTo(200);
        var old = new Visitor(port);
        old.signIn("owner24", OLD);
        assertThat(old.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void whoSignsInWhileItWaitsEndsTheRequest() throws InterruptedException {
        register(25, "owner25");
        forgotten(25, NEW);
        waitForRecovery("P25");
        new Visitor(port).signIn("owner25", OLD);
        assertThat(recoveries("P25")).isZero();
    }

    @Test
    void aForgottenPasswordIsAnsweredAlikeForWhoeverAsks() throws InterruptedException {
        register(26, "owner26");
        var known = forgotten(26, NEW);
        var unknown = forgotten(39, NEW);
        var mistyped = Visitor.from("127.0.3.9", port);
        var form = InventedSitters.facts(26, Map.of("password", NEW));
        form.put("personName", "虚构·另外");
        assertThat(words(unknown)).isEqualTo(words(known));
        assertThat(words(mistyped.post("/forgotten", form))).isEqualTo(words(known));
    }

    @Test
    void theOwnerGetsInFromElsewhereAndWithACodeWhileOthersGuess() throws InterruptedException {
        var here = register(27, "owner27");
        contact(here, "13800000027");
        var names = List.of("owner27", "owner27a", "owner27b", "owner27c");
        var attackers = names.stream().flatMap(this::guessing).toList();
        try {
            for (String name : names) {
                waitUntilKnocked(name);
            }
            assertThat(attackers.stream().filter(Thread::isAlive).count())
                    .as("more who wait than the door takes in at once")
                    .isGreaterThan(6);
            var elsewhere = Visitor.from("127.0.2.7", port);
            var in = elsewhere.signIn("owner27", OLD);
            assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/desk");
            assertThat(elsewhere.get("/me").statusCode()).isEqualTo(200);
            var coded = Visitor.from("127.0.2.8", port);
            coded.post("/sign-in/code", Map.of("contact", "13800000027"));
            coded.post("/sign-in/code/enter", Map.of("code", letters.code("13800000027")));
            assertThat(coded.get("/me").statusCode()).isEqualTo(200);
        } finally {
            for (var attacker : attackers) {
                attacker.join();
            }
        }
    }

    /** Three at once, each made to wait for seconds by the wrong passwords before. */
    private Stream<Thread> guessing(String name) {
        for (int before = 0; before < 7; before++) {
            patience.knock(patience.pair(name, "127.0.0.1"));
        }
        Runnable guess = () -> new Visitor(port).signIn(name, "guess guess guess");
        return Stream.of(guess, guess, guess).map(Thread::startVirtualThread);
    }

    private void waitUntilKnocked(String name) throws InterruptedException {
        String pair = patience.pair(name, "127.0.0.1");
        for (int tries = 0; tries < 400 && knocks(pair) < 10; tries++) {
            Thread.sleep(20);
        }
        assertThat(knocks(pair)).isGreaterThanOrEqualTo(10);
    }

    private int knocks(String pair) {
        return sql.sql(
                        "SELECT coalesce(max(failures), 0) FROM access.sign_in_throttle"
                                + " WHERE pair = :pair")
                .param("pair", pair)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSignInIsNotTakenOverByACookieFromBefore() throws InterruptedException {
        var visitor = new Visitor(port);
        visitor.post("/sign-in/code", Map.of("contact", "13800000099"));
        String before = visitor.cookie("session");
        visitor.post(
                "/register",
                InventedSitters.facts(28, Map.of("signInName", "owner28", "password", OLD)));
        assertThat(before).isNotEmpty();
        assertThat(visitor.cookie("session")).isNotEqualTo(before);
        String live = visitor.cookie("session");
        visitor.post("/sign-out", Map.of());
        visitor.setCookie("session", live);
        assertThat(visitor.get("/me").statusCode()).as("after signing out").isEqualTo(302);
        var signIns =
                sql.sql(
                                "SELECT count(*) FROM access.sign_in s JOIN access.examinee_account"
                                    + " a ON a.id = s.account WHERE a.sign_in_name = 'owner28' AND"
                                    + " s.ended_at IS NULL")
                        .query(Long.class)
                        .single();
        assertThat(signIns).isZero();
    }

    private Visitor register(int n, String name) {
        var visitor = Visitor.from("127.0.4." + n, port);
        var keys = Map.of("signInName", name, "password", OLD);
        var in = visitor.post("/register", InventedSitters.facts(n, keys));
        assertThat(in.headers().firstValue("Location").orElse(in.body())).endsWith("/me");
        return visitor;
    }

    private void contact(Visitor visitor, String address) throws InterruptedException {
        visitor.post("/me/account/contact", Map.of("contact", address));
        var put = visitor.post("/me/account/contact/code", Map.of("code", letters.code(address)));
        assertThat(put.statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> password(Visitor visitor, String current, String wanted) {
        return visitor.post("/me/account/password", Map.of("current", current, "password", wanted));
    }

    private HttpResponse<String> forgotten(int n, String wanted) {
        return Visitor.from("127.0.3." + n, port)
                .post("/forgotten", InventedSitters.facts(n, Map.of("password", wanted)));
    }

    /** The request is written down after the answer, on another thread. */
    private void waitForRecovery(String number) throws InterruptedException {
        for (int tries = 0; tries < 100 && recoveries(number) == 0; tries++) {
            Thread.sleep(50);
        }
        assertThat(recoveries(number)).isOne();
    }

    private long recoveries(String number) {
        return sql.sql(
                        """
                        SELECT count(*) FROM access.recovery r
                          JOIN access.examinee_account a ON a.id = r.account
                         WHERE a.admission_number = :number
                        """)
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private static String words(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("<time.*?</time>", "");
    }
}
