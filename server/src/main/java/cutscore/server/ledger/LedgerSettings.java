package cutscore.server.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is published.
 *
 * @param origin its name in every checkpoint, best its address without scheme
 * @param background whether new entries are published every second; absent: everywhere but in
 *     {@code cycle} and {@code test}, which say themselves when
 */
@ConfigurationProperties("cutscore.ledger")
record LedgerSettings(
        @DefaultValue("cutscore.local/ledger") String origin, @Nullable Boolean background) {

    boolean publishesInBackground(String environment) {
        return background != null
                ? background
                : !environment.equals("cycle") && !environment.equals("test");
    }
}
