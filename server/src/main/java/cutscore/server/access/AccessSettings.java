package cutscore.server.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the door is kept.
 *
 * @param secure whether people come by https, so that cookies are {@code __Host-} and HSTS is sent;
 *     absent: yes, except in {@code demo}, {@code cycle} and tests
 * @param firstWait how long the third refusal in a row makes the next try wait; it doubles from
 *     there
 * @param longestWait where it stops doubling
 */
@ConfigurationProperties("cutscore.access")
record AccessSettings(
        @Nullable Boolean secure,
        @DefaultValue("500ms") Duration firstWait,
        @DefaultValue("8s") Duration longestWait) {}
