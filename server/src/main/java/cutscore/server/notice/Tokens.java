package cutscore.server.notice;

import cutscore.kernel.seal.Digest;
import cutscore.server.database.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The unguessable words in addresses that need no sign-in: 192 bits that follow from a key outside
 * the database, so that the database holds digests alone and every mail can name them again.
 */
@Component
final class Tokens {
    private static final int BYTES = 24;

    private final SecretKeySpec key;

    Tokens(Keys keys) {
        this.key = new SecretKeySpec(keys.secret("notice-token"), "HmacSHA256");
    }

    /** Of the private feed; another one for each generation. */
    String feed(String person, int generation) {
        return token("feed/" + generation + "/" + person);
    }

    /** Of the link that stops messages. */
    String stop(String person) {
        return token("stop/" + person);
    }

    /** What the database keeps of a token. */
    static String digest(String token) {
        return Digest.hex(token);
    }

    private String token(String of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] full = mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(full, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
