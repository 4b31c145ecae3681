package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An examinee comes to an account, signs in in every way, and sees to the devices. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.first-wait=20ms")
class ExamineeDoorTests {
    private static final String SENTENCE = "a sentence about mountains";

    @LocalServerPort int port;
    @Autowired InventedSitters sitters;
    @Autowired Letterbox letters;
    @Autowired Contacts contacts;
    @Autowired ContactTable contactTable;
    @Autowired JdbcClient sql;

    @BeforeEach
    void rosters() {
        sitters.open();
    }

    @Test
    void aTelephoneAndACodeAreEnoughForAnAccount() throws InterruptedException {
        var visitor = new Visitor(port);
        var sent = visitor.post("/register", InventedSitters.facts(1, contact("138 0000 0001")));
        assertThat(location(sent)).endsWith("/register/code");
        assertThat(visitor.get("/register/code").body()).contains("138****0001");
        var in = visitor.post("/register/code", code("13800000001"));
        assertThat(location(in)).endsWith("/me");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(letters.changes("13800000001")).containsExactly(AccountChanged.What.REGISTERED);
        assertThat(visitor.get("/").body()).contains("我的办理");

        var later = new Visitor(port);
        later.post("/sign-in/code", contact("+86 138-0000-0001"));
        assertThat(location(later.post("/sign-in/code/enter", code("13800000001"))))
                .endsWith("/me");
        assertThat(later.get("/me").statusCode()).isEqualTo(200);
        assertThat(letters.changes("13800000001")).contains(AccountChanged.What.NEW_DEVICE);
    }

    @Test
    void withoutTelephoneANameAndAPasswordDo() {
        var keys = Map.of("signInName", "sitter-two", "password", SENTENCE);
        var visitor = new Visitor(port);
        assertThat(location(visitor.post("/register", InventedSitters.facts(2, keys))))
                .endsWith("/me");
        var later = new Visitor(port);
        later.signIn("sitter-two", SENTENCE);
        assertThat(later.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whateverDoesNotFitIsAnsweredInTheSameWords() {
        var keys = Map.of("signInName", "sitter-three", "password", SENTENCE);
        new Visitor(port).post("/register", InventedSitters.facts(3, keys));
        var existing = refusedWords(InventedSitters.facts(3, keys));
        assertThat(existing).contains("用这些内容不能建立账号");
        for (var wrong :
                new String[][] {
                    {"admissionNumber", "P99"},
                    {"identityNumber", "990101199001019999"},
                    {"personName", "虚构·另外"},
                    {"signInName", "another-name"}
                }) {
            var form = InventedSitters.facts(3, keys);
            form.put(wrong[0], wrong[1]);
            assertThat(refusedWords(form)).as(wrong[0]).isEqualTo(existing);
        }
    }

    /** What the page says, without what was typed and without the token and the hour. */
    private String refusedWords(Map<String, String> form) {
        var answer = new Visitor(port).post("/register", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("<time.*?</time>", "");
    }

    @Test
    void nothingTypedIsLostAndEveryFaultIsNamed() {
        var form = InventedSitters.facts(4, Map.of("contact", "nonsense", "signInName", "9"));
        form.put("admissionNumber", "");
        var page = new Visitor(port).post("/register", form).body();
        assertThat(page)
                .contains("准考证号没有填")
                .contains("这不像手机号")
                .contains("登录名要有 3 到 40 个字符")
                .contains("value=\"nonsense\"")
                .contains("value=\"" + InventedSitters.name(4) + "\"");
    }

    @Test
    void aCodeIsGoodOnceForFiveTriesInItsOwnBrowser() throws InterruptedException {
        register(5, "sitter5@example.org");
        var visitor = new Visitor(port);
        var other = new Visitor(port);
        visitor.post("/sign-in/code", contact("sitter5@example.org"));
        String right = letters.code("sitter5@example.org");
        other.post("/sign-in/code", contact("sitter5@example.org"));
        String others = letters.code("sitter5@example.org");
        assertThat(enter(other, right).statusCode()).isEqualTo(422);
        assertThat(enter(visitor, others).statusCode()).isEqualTo(422);
        for (int i = 0; i < 3; i++) {
            assertThat(enter(visitor, "00000x").statusCode()).isEqualTo(422);
        }
        assertThat(location(enter(visitor, right))).as("the fifth try").endsWith("/me");
        for (int i = 0; i < 4; i++) {
            enter(other, "00000x");
        }
        assertThat(enter(other, others).statusCode()).as("the sixth try").isEqualTo(422);
    }

    @Test
    void aCodeIsOverAfterTenMinutesAndIsNeverKeptInClear() throws InterruptedException {
        register(6, "sitter6@example.org");
        var visitor = new Visitor(port);
        visitor.post("/sign-in/code", contact("sitter6@example.org"));
        String code = letters.code("sitter6@example.org");
        sql.sql("UPDATE access.code SET expires_at = clock_timestamp() - interval '1 second'")
                .update();
        assertThat(enter(visitor, code).statusCode()).isEqualTo(422);
        var kept = sql.sql("SELECT row_to_json(c)::text FROM access.code c").query(String.class);
        assertThat(kept.list()).noneMatch(row -> row.contains(code));
        var addresses =
                sql.sql("SELECT row_to_json(c)::text FROM access.contact c").query(String.class);
        assertThat(addresses.list()).noneMatch(row -> row.contains("sitter6"));
    }

    @Test
    void aContactThatNobodyHasIsAnsweredAlikeAndGetsNothing() throws InterruptedException {
        register(7, "sitter7@example.org");
        var known = new Visitor(port);
        var unknown = new Visitor(port);
        var first = known.post("/sign-in/code", contact("sitter7@example.org"));
        var second = unknown.post("/sign-in/code", contact("sitter8@example.org"));
        assertThat(location(second)).isEqualTo(location(first));
        assertThat(words(unknown.get("/sign-in/code/enter")))
                .isEqualTo(words(known.get("/sign-in/code/enter")));
        assertThat(letters.staysEmpty("sitter8@example.org")).isTrue();
        assertThat(letters.code("sitter7@example.org")).hasSize(6);
    }

    @Test
    void aSealedContactDoesNotOpenInAnotherRow() throws InterruptedException {
        register(9, "sitter9@example.org");
        register(10, "sitter10@example.org");
        var nine = contactTable.accountsWith(Contact.of("sitter9@example.org").orElseThrow());
        var ten = contactTable.accountsWith(Contact.of("sitter10@example.org").orElseThrow());
        assertThat(contacts.of(nine.getFirst()).getFirst().address())
                .isEqualTo("sitter9@example.org");
        sql.sql(
                        """
                        UPDATE access.contact c SET sealed = o.sealed FROM access.contact o
                         WHERE c.account = :nine AND o.account = :ten
                        """)
                .param("nine", nine.getFirst())
                .param("ten", ten.getFirst())
                .update();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> contacts.of(nine.getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("example");
        sql.sql("DELETE FROM access.contact WHERE account = :nine")
                .param("nine", nine.getFirst())
                .update();
    }

    @Test
    void aSharedTelephoneAsksWhoItIs() throws InterruptedException {
        register(11, "13800000011");
        register(12, "13800000011");
        var visitor = new Visitor(port);
        visitor.post("/sign-in/code", contact("13800000011"));
        assertThat(location(visitor.post("/sign-in/code/enter", code("13800000011"))))
                .endsWith("/sign-in/whose");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/sign-in/whose").body()).contains("*11").contains("*12");
        visitor.post("/sign-in/whose", Map.of("whose", "1"));
        assertThat(visitor.get("/me/sittings").body()).contains("*12").doesNotContain("*11");
    }

    @Test
    void anotherSittingIsChosenInTheSignInAndOnlyOnesOwn() throws InterruptedException {
        var visitor = register(13, "13800000013");
        var page = visitor.get("/me/sittings").body();
        assertThat(page).contains("*13").contains("2040年上半年").contains("2040年下半年");
        assertThat(visitor.get("/me").body()).contains("2040年上半年");
        assertThat(location(visitor.post("/me/sittings", Map.of("sitting", "0")))).endsWith("/me");
        visitor.get("/me");
        assertThat(visitor.get("/me").body()).as("once more").contains("2040年下半年");
        assertThat(visitor.post("/me/sittings", Map.of("sitting", "2")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void endingASignInTakesEffectAtTheNextRequest() throws InterruptedException {
        var here = register(14, "13800000014");
        var there = new Visitor(port);
        there.post("/sign-in/code", contact("13800000014"));
        there.post("/sign-in/code/enter", code("13800000014"));
        assertThat(there.get("/me").statusCode()).isEqualTo(200);
        var page = here.get("/me/devices").body();
        String id = page.replaceAll("(?s).*name=\"device\" value=\"([^\"]+)\".*", "$1");
        var stranger = register(15, "13800000015");
        stranger.post("/me/devices/end", Map.of("device", id));
        assertThat(there.get("/me").statusCode()).as("ended by a stranger").isEqualTo(200);
        here.post("/me/devices/end", Map.of("device", id));
        assertThat(there.get("/me").statusCode()).isEqualTo(302);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
    }

    private Visitor register(int n, String address) throws InterruptedException {
        var visitor = new Visitor(port);
        visitor.post("/register", InventedSitters.facts(n, contact(address)));
        assertThat(location(visitor.post("/register/code", code(address)))).endsWith("/me");
        return visitor;
    }

    private Map<String, String> code(String address) throws InterruptedException {
        return Map.of("code", letters.code(address));
    }

    private static HttpResponse<String> enter(Visitor visitor, String code) {
        return visitor.post("/sign-in/code/enter", Map.of("code", code));
    }

    private static Map<String, String> contact(String typed) {
        return new LinkedHashMap<>(Map.of("contact", typed));
    }

    private static String words(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("<time.*?</time>", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
