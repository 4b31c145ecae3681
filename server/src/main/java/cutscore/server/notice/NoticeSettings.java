package cutscore.server.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave the house. Mail goes by {@code spring.mail.host} and its kin.
 *
 * @param address of this site as people reach it, without a slash at the end
 * @param from the sender of mail
 * @param smsUrl the SMS gateway's address ({@code docs/sms-gateway.md}); empty: no SMS
 * @param smsSecret shared with the gateway, at least 32 characters
 * @param backoff after the first failure; four times as long after each further one
 * @param attempts after which a delivery has failed
 * @param background whether the post runs by itself; absent: everywhere but in {@code cycle} and
 *     {@code test}
 */
@ConfigurationProperties("cutscore.notice")
record NoticeSettings(
        @DefaultValue("http://127.0.0.1:8080") String address,
        @DefaultValue("no-reply@localhost") String from,
        @DefaultValue("") String smsUrl,
        @DefaultValue("") String smsSecret,
        @DefaultValue("PT1M") Duration backoff,
        @DefaultValue("5") int attempts,
        @Nullable Boolean background) {

    NoticeSettings {
        if (!smsUrl.isEmpty() && smsSecret.length() < 32) {
            throw new IllegalArgumentException(
                    "cutscore.notice.sms-secret 至少 32 个字符 / needs at least 32 characters");
        }
    }

    boolean isInBackground(String environment) {
        return background != null
                ? background
                : !environment.equals("cycle") && !environment.equals("test");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NoticeSettings[address=" + address + "]";
    }
}
