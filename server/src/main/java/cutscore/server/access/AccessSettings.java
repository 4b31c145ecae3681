package cutscore.server.access;

import cutscore.server.database.Settings;
import java.time.Duration;
import java.util.Set;
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
 * @param recoveryWait how long a password waits that was asked for with the roster's facts alone
 * @param origin the address people come by, {@code https://example.gov.cn}: passkeys belong to it;
 *     absent: no passkeys, except at {@code http://localhost} where there is no TLS anyway
 * @param playedSecret of a campaign's invented examinees; ignored outside play, refused by {@code
 *     serve}
 * @param secondFactor whether officers without a second factor reach nothing but the page to add
 *     one; absent: yes, except in {@code demo}, {@code cycle} and tests; {@code serve} refuses no
 * @param stepUp how long a proven factor is good for the second of two people's steps
 * @param oidc another house that vouches for people; absent: none
 */
@ConfigurationProperties("cutscore.access")
record AccessSettings(
        @Nullable Boolean secure,
        @DefaultValue("500ms") Duration firstWait,
        @DefaultValue("8s") Duration longestWait,
        @DefaultValue("72h") Duration recoveryWait,
        @Nullable String origin,
        @Nullable String playedSecret,
        @Nullable Boolean secondFactor,
        @DefaultValue("5m") Duration stepUp,
        @Nullable Oidc oidc) {
    private static final Set<String> PLAYED = Set.of("demo", "cycle", "test");

    /**
     * An OpenID Connect provider.
     *
     * @param issuer where {@code /.well-known/openid-configuration} stands below
     * @param clientId what it knows us as
     * @param clientSecret given by the environment, never in a file of the repository
     * @param nameZh what people call it, {@code 省政务服务网}
     * @param nameEn the same in English
     */
    record Oidc(String issuer, String clientId, String clientSecret, String nameZh, String nameEn) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Oidc[" + issuer + "]";
        }
    }

    boolean wantsSecondFactor(Settings settings) {
        return secondFactor == null ? !PLAYED.contains(settings.environment()) : secondFactor;
    }

    boolean isSecure(Settings settings) {
        return secure == null ? !PLAYED.contains(settings.environment()) : secure;
    }
}
