package cutscore.server.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.access.Visitor;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody with a browser and, for officers, an authenticator app: knows only what pages show. */
final class Clerk {
    static final String PASSWORD = "three rivers and a slow train";

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    final Visitor browser;
    final String name;

    private Clerk(String name, int port) {
        this.name = name;
        browser = new Visitor(port);
    }

    /** Nobody yet. */
    static Clerk stranger(String name, int port) {
        return new Clerk(name, port);
    }

    /** One of the first two, by a code that {@code serve} printed. */
    static Clerk founded(String name, String code, int port) {
        var clerk = new Clerk(name, port);
        clerk.send(
                "/setup",
                Map.of("code", code, "signInName", name, "name", name, "password", PASSWORD));
        return clerk.entered();
    }

    /** One whose account an administrator opened, by the code he was handed. */
    static Clerk opened(String name, String code, int port) {
        var clerk = new Clerk(name, port);
        clerk.send("/sign-in/first", Map.of("name", name, "code", code, "password", PASSWORD));
        return clerk.entered();
    }

    /** Signs in, and adds the app without which nothing else is reached. */
    private Clerk entered() {
        browser.signIn(name, PASSWORD);
        assertThat(where(browser.get("/desk"))).isEqualTo("/me/security");
        send("/me/security/app", Map.of());
        String key = found("/me/security/app", "<b class=\"mono\">([A-Z2-7 ]+)</b>");
        send("/me/security/app/confirmation", Map.of("code", code(key), "label", "手机"));
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        return this;
    }

    /** The page, which is there. */
    String see(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(name + " " + path).isEqualTo(200);
        return answer.body();
    }

    /** What the pattern's group finds on the page. */
    String found(String path, String pattern) {
        var match = Pattern.compile(pattern).matcher(see(path));
        assertThat(match.find()).as(name + " finds on " + path + ": " + pattern).isTrue();
        return match.group(1);
    }

    /** The same, on a page that looks again until work behind it is done. */
    String waitFor(String path, String pattern) {
        var wanted = Pattern.compile(pattern);
        for (int i = 0; i < 200; i++) {
            if (wanted.matcher(see(path)).find()) {
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return found(path, pattern);
    }

    /** The address of a form on the page. */
    String form(String path, String address) {
        return found(path, "action=\"(" + address + ")\"");
    }

    /** Sends a form that is taken. Returns the page that follows. */
    String send(String path, Map<String, String> fields) {
        var answer = browser.post(path, fields);
        assertThat(answer.statusCode())
                .as(() -> name + " " + path + " " + plain(answer.body()))
                .isEqualTo(302);
        return where(answer);
    }

    static String where(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replaceFirst("^https?://[^/]+", "");
    }

    /** What a page says, for a test that failed. */
    static String plain(String page) {
        String main = page.replaceAll("(?s)^.*<main[^>]*>", "").replaceAll("<[^>]+>", " ");
        return main.substring(0, Math.min(1500, main.length())).replaceAll("\\s+", " ");
    }

    /** RFC 6238 as an app does it: HMAC-SHA-1, six digits, steps of 30 seconds. */
    private static String code(String base32) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(base32), "HmacSHA1"));
            long step = InstantSource.system().instant().getEpochSecond() / 30;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        for (byte sign : base32.replace(" ", "").getBytes(StandardCharsets.US_ASCII)) {
            bits.append(Integer.toBinaryString(32 + BASE32.indexOf(sign)).substring(1));
        }
        byte[] out = new byte[bits.length() / 8];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return out;
    }
}
