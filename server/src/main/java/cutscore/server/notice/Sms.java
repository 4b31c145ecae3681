package cutscore.server.notice;

import cutscore.kernel.Words;
import cutscore.kernel.seal.Json;
import cutscore.server.access.Contact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SMS through an HTTP gateway: the contract is {@code docs/sms-gateway.md}. */
@Component
final class Sms implements Way {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Words NO_ANSWER = new Words("短信网关没有回答", "the SMS gateway does not answer");
    private static final Words BUSY = new Words("短信网关暂时不收", "the SMS gateway refuses for now");
    private static final Words REFUSED =
            new Words("短信网关不收这个号码或内容", "the SMS gateway refuses this number or text");

    private final NoticeSettings settings;
    private final JdbcClient sql;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Sms(NoticeSettings settings, JdbcClient sql) {
        this.settings = settings;
        this.sql = sql;
    }

    @Override
    public Contact.Channel channel() {
        return Contact.Channel.SMS;
    }

    @Override
    public boolean isReady() {
        return !settings.smsUrl().isEmpty();
    }

    @Override
    public Outcome send(Letter letter, String key) {
        byte[] body =
                Json.object()
                        .put("to", letter.to().address())
                        .put("text", text(letter))
                        .build()
                        .bytes();
        String stamp = Long.toString(seconds());
        var request =
                HttpRequest.newBuilder(URI.create(settings.smsUrl()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-Timestamp", stamp)
                        .header("X-Signature", "v1=" + signature(key, stamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return outcome(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return new Outcome.Later(NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(NO_ANSWER);
        }
    }

    private static Outcome outcome(int code) {
        if (code >= 200 && code < 300) {
            return new Outcome.Taken();
        }
        boolean later = code == 408 || code == 425 || code == 429 || code >= 500;
        return later || code == 401 || code == 403
                ? new Outcome.Later(BUSY)
                : new Outcome.Never(REFUSED);
    }

    private String text(Letter letter) {
        String code = letter.code().isEmpty() ? "" : letter.code() + "。";
        return "【划线】"
                + letter.text().title().zh()
                + "："
                + code
                + letter.text().body().zh()
                + " "
                + settings.address()
                + letter.text().path();
    }

    private String signature(String key, String stamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            byte[] secret = settings.smsSecret().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((key + "." + stamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Real time: the gateway lives by it, whatever day it is in a replayed session. */
    private long seconds() {
        return sql.sql("SELECT extract(epoch FROM clock_timestamp())::bigint")
                .query(Long.class)
                .single();
    }
}
