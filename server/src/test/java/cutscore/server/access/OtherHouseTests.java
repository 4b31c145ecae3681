package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in with an identity from a real OpenID Connect provider, which the test starts. */
@ModuleTest
class OtherHouseTests {
    private static final MockOAuth2Server HOUSE = started();
    private static final String SENTENCE = "a sentence about mountains";

    @LocalServerPort int port;
    @Autowired InventedSitters sitters;

    private static MockOAuth2Server started() {
        var house = new MockOAuth2Server();
        house.start();
        return house;
    }

    @DynamicPropertySource
    static void house(DynamicPropertyRegistry settings) {
        settings.add("cutscore.access.oidc.issuer", () -> HOUSE.issuerUrl("house").toString());
        settings.add("cutscore.access.oidc.client-id", () -> "cutscore");
        settings.add("cutscore.access.oidc.client-secret", () -> "invented");
        settings.add("cutscore.access.oidc.name-zh", () -> "虚构政务网");
        settings.add("cutscore.access.oidc.name-en", () -> "the invented house");
    }

    @AfterAll
    static void close() {
        HOUSE.shutdown();
    }

    @BeforeEach
    void rosters() {
        sitters.open();
    }

    @Test
    void anIdentityOpensAnAccountOnlyAfterItsOwnerLinkedThem() throws Exception {
        assertThat(new Visitor(port).get("/sign-in").body()).contains("用虚构政务网登录");
        var visitor = new Visitor(port);
        comesFromTheHouse(visitor, "somebody");
        assertThat(visitor.get("/me").statusCode()).as("proven, not linked").isEqualTo(302);
        var keys = Map.of("signInName", "linked-one", "password", SENTENCE);
        visitor.post("/register", InventedSitters.facts(1, keys));
        assertThat(visitor.get("/me/account").body()).contains("还没有和这个账号连结");
        visitor.post("/me/account/identity", Map.of());
        assertThat(visitor.get("/me/account").body()).contains("已连结");

        var later = new Visitor(port);
        comesFromTheHouse(later, "somebody");
        assertThat(later.get("/me").statusCode()).isEqualTo(200);
        var other = new Visitor(port);
        comesFromTheHouse(other, "somebody-else");
        assertThat(other.get("/me").statusCode()).isEqualTo(302);
        visitor.post("/me/account/identity/removal", Map.of());
        var unlinked = new Visitor(port);
        comesFromTheHouse(unlinked, "somebody");
        assertThat(unlinked.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        var asking = new Visitor(port);
        String answer = answerOf(asking);
        var victim = new Visitor(port);
        assertThat(location(victim.get(answer))).contains("/sign-in?elsewhere");
        assertThat(victim.get("/me").statusCode()).isEqualTo(302);
    }

    private void comesFromTheHouse(Visitor visitor, String subject) throws Exception {
        // Handed out when the code is redeemed, in the order they came.
        HOUSE.enqueueCallback(new DefaultOAuth2TokenCallback("house", subject));
        visitor.get(answerOf(visitor));
    }

    /** The path, with its query, that the house sends the browser back to. */
    private String answerOf(Visitor visitor) throws Exception {
        String there = location(visitor.get("/oauth2/authorization/oidc"));
        assertThat(there).contains("code_challenge=").contains("nonce=");
        try (var client = HttpClient.newHttpClient()) {
            var back =
                    client.send(
                            HttpRequest.newBuilder(URI.create(there)).GET().build(),
                            HttpResponse.BodyHandlers.ofString());
            var to = URI.create(location(back));
            return to.getRawPath() + "?" + to.getRawQuery();
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
