package cutscore.server.declaration.api;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.Json;
import cutscore.server.ModuleTest;
import cutscore.server.access.DemoAccounts;
import cutscore.server.campaign.Scenes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Declaring as JSON, over HTTP. */
@ModuleTest
@TestPropertySource(properties = "cutscore.access.played-secret=" + DeclarationApiTests.SECRET)
class DeclarationApiTests {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "00000000-0000-4000-8000-000000000000";
    private static final String BODY =
            "{\"ground\":\"WORKS\",\"place\":\"513326\",\"commitment\":true}";

    @LocalServerPort int port;
    @Autowired Scenes scenes;
    @TempDir static Path folder;

    private static List<cutscore.server.campaign.Person> people = List.of();

    @BeforeEach
    void anOpenWindow() throws Exception {
        if (people.isEmpty()) {
            people = scenes.people(20, folder, SECRET);
            scenes.open(Duration.ofDays(9_000));
        }
    }

    @Test
    void theSameKeyAndBodyAreAnsweredTheSame() throws Exception {
        var first = post(0, "api-key-one", BODY);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(Json.parseObject(first.body()).text("receipt")).startsWith("SB-");
        assertThat(post(0, "api-key-one", BODY).body()).isEqualTo(first.body());
        var other = post(0, "api-key-one", BODY.replace("WORKS", "HOUSEHOLD"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Json.parseObject(other.body()).whole("number")).isEqualTo(1011);
        var second = post(0, "api-key-two", BODY);
        assertThat(Json.parseObject(second.body()).text("code")).isEqualTo("ALREADY_DECLARED");
    }

    @Test
    void aBodyThatSaysMoreOrLessIsNotTaken() throws Exception {
        for (String body :
                List.of(
                        "",
                        "[]",
                        "{\"ground\":\"WORKS\"}",
                        BODY.replace("}", ",\"province\":\"510000\"}"),
                        BODY.replace("513326", "0"),
                        BODY.replace("WORKS", "NOTHING"),
                        BODY.replace("}", ",\"evidence\":[{\"item\":\"A B\",\"file\":\"x\"}]}"))) {
            assertThat(post(1, "api-key-bad", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(post(1, "api-key-bad", "x".repeat(17_000)).statusCode()).isEqualTo(413);
        assertThat(post(1, "short", BODY).statusCode()).isEqualTo(422);
        var silent = post(1, "api-key-silent", BODY.replace("true", "false"));
        assertThat(Json.parseObject(silent.body()).text("code")).isEqualTo("NO_COMMITMENT");
    }

    @Test
    void nobodyDeclaresWithoutTheTokenOrUnderAnothersHeader() throws Exception {
        assertThat(send("api-key-x", BODY, people.get(2).header(), "").statusCode()).isEqualTo(403);
        String forged = DemoAccounts.header(people.get(2).account(), SECRET + "x");
        assertThat(send("api-key-x", BODY, forged, masked()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(int person, String key, String body) throws Exception {
        return send(key, body, people.get(person).header(), masked());
    }

    private HttpResponse<String> send(String key, String body, String header, String token)
            throws Exception {
        var request =
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(
                                        "http://127.0.0.1:" + port + "/api/v1/declarations"))
                        .header("Authorization", header)
                        .header("Cookie", "csrf=" + TOKEN)
                        .header("X-XSRF-TOKEN", token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The token under a mask of zeros. */
    private static String masked() {
        byte[] token = TOKEN.getBytes(StandardCharsets.US_ASCII);
        byte[] both = new byte[2 * token.length];
        System.arraycopy(token, 0, both, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
