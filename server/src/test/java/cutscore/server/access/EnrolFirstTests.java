package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.ModuleTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** As in production: nobody works without a second factor. */
@ModuleTest
@TestPropertySource(
        properties = {"cutscore.access.first-wait=20ms", "cutscore.access.second-factor=true"})
class EnrolFirstTests {
    @LocalServerPort int port;
    @Autowired DemoAccounts demo;
    @Autowired Enrolled enrolled;
    @Autowired Officers officers;
    @Autowired FactorTable table;

    private Cast cast;

    @BeforeEach
    void people() {
        cast = Cast.of(demo);
    }

    @Test
    void withoutAFactorNothingBehindTheDoorIsReachedButThePageToAddOne() {
        var browser = cast.freshlySignedIn(Role.ANALYST, port);
        for (String path : new String[] {"/desk", "/national", "/me/devices", "/officers"}) {
            assertThat(where(browser.get(path))).as(path).endsWith("/me/security");
        }
        assertThat(browser.post("/national/snapshots", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/me/devices/others", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/areas").statusCode()).isEqualTo(200);
        assertThat(browser.get("/me/security").body()).contains("登记一个之后，才能开始工作");
        browser.post("/me/security/app", Map.of());
        byte[] secret = Base32.read(key(browser.get("/me/security/app").body()));
        String code = Totp.code(secret, Totp.step(table.now()), 6);
        browser.post("/me/security/app/confirmation", Map.of("code", code));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        assertThat(browser.get("/national").statusCode()).isEqualTo(200);
    }

    @Test
    void examineesAreNotAsked() {
        assertThat(cast.freshlySignedIn(Role.EXAMINEE, port).get("/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everybodyIsAskedBeforeConfirming() {
        var security = enrolled.enrol(cast, Role.SECURITY_ADMIN);
        var browser = security.signIn(cast, port);
        var grant = propose();
        assertThat(browser.post("/officers/grants/" + grant, Map.of()).statusCode())
                .as("proven a moment ago")
                .isEqualTo(302);
        var bare = cast.freshlySignedIn(Role.SECURITY_ADMIN, port);
        var other = propose();
        assertThat(bare.post("/officers/grants/" + other, Map.of()).statusCode()).isEqualTo(403);
        assertThat(officers.waiting()).anyMatch(waiting -> waiting.id().equals(other));
    }

    private UUID propose() {
        var opened =
                officers.open(
                        Enrolled.name(), "林", java.util.Optional.empty(), cast.key.hash(), null);
        var system = officers.find(cast.account(Role.SYSTEM_ADMIN).id()).orElseThrow();
        return officers.propose(opened.id(), Role.ANALYST, system);
    }

    private static String key(String page) {
        var key = Pattern.compile("<b class=\"mono\">([A-Z2-7 ]+)</b>").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }

    /** Reads back what {@link Totp#base32} writes, as an app does. */
    static final class Base32 {
        private Base32() {}

        static byte[] read(String typed) {
            var bits = new StringBuilder();
            for (byte sign : typed.replace(" ", "").getBytes(StandardCharsets.US_ASCII)) {
                int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign);
                bits.append(Integer.toBinaryString(32 + value).substring(1));
            }
            byte[] out = new byte[bits.length() / 8];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
            }
            return out;
        }
    }
}
