package cutscore.kernel.seal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A verdict from a token and a trust bundle alone. What it cannot rule out is an annulment later
 * than the bundle; hence the age that must be told with it.
 */
public final class OfflineVerdict {
    private final TrustBundle bundle;
    private final Instant now;

    /**
     * @param now only for whether the bundle is stale
     */
    public OfflineVerdict(TrustBundle bundle, Instant now) {
        this.bundle = bundle;
        this.now = now;
    }

    /** Never throws, whatever the text. */
    public Verdict of(String qrText, @Nullable Place at, LocalDate on) {
        return SealedToken.read(qrText)
                .map(scanned -> of(scanned, at, on))
                .orElseGet(() -> broken(Reason.TOKEN_UNREADABLE, at, on));
    }

    public Verdict of(SealedToken scanned, @Nullable Place at, LocalDate on) {
        var token = scanned.token();
        var key = bundle.key(token.keyId());
        if (key.isEmpty()) {
            var kind = Verdict.Kind.CANNOT_CONFIRM;
            var place = at == null ? null : at.asked();
            return Verdict.bare(kind, Reason.KEY_UNKNOWN, token.number(), place, on, bundle.asOf());
        }
        if (!scanned.isSignedBy(key.get().publicKey())) {
            return broken(Reason.TOKEN_SIGNATURE_WRONG, at, on);
        }
        if (!token.environment().equals(bundle.environment())) {
            return broken(Reason.OTHER_ENVIRONMENT, at, on);
        }
        return VerdictRule.judge(certificate(token), at, on, bundle.asOf());
    }

    /** Not genuine, for a reason found outside the token. The number is not repeated. */
    public Verdict broken(Reason reason, @Nullable Place at, LocalDate on) {
        var place = at == null ? null : at.asked();
        var kind = Verdict.Kind.NOT_GENUINE;
        return Verdict.bare(kind, reason, null, place, on, bundle.asOf());
    }

    private VerdictRule.Certificate certificate(CertificateToken token) {
        return new VerdictRule.Certificate(
                token.number(),
                token.province(),
                token.issued(),
                bundle.scope(token).orElse(null),
                bundle.policy(),
                bundle.annulled(token.number()).orElse(null),
                bundle.isStale(now));
    }
}
