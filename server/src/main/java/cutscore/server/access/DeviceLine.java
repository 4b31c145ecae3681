package cutscore.server.access;

import cutscore.kernel.Words;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in as its owner sees it.
 *
 * @param here whether this page was asked for in it
 */
record DeviceLine(UUID id, String browser, Instant began, Instant seen, Words means, boolean here) {

    static DeviceLine of(LiveSignIn live, UUID here) {
        return new DeviceLine(
                live.id(),
                live.browser(),
                live.began(),
                live.seen(),
                words(live),
                live.id().equals(here));
    }

    private static Words words(LiveSignIn live) {
        return switch (live.means()) {
            case PASSWORD ->
                    live.sinceProof().isPresent()
                            ? new Words("口令和第二因素", "password and second factor")
                            : new Words("口令", "password");
            case CODE -> new Words("验证码", "code");
            case PASSKEY -> new Words("通行密钥", "passkey");
            case OIDC -> new Words("外部身份", "identity from elsewhere");
            case REGISTRATION -> new Words("建立账号", "opening the account");
        };
    }
}
