package cutscore.kernel.seal;

import cutscore.kernel.Fault;
import cutscore.kernel.Unreadable;
import cutscore.kernel.Words;
import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.time.Beijing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to judge a certificate without a network: keys, area lists, annulled numbers,
 * and from when on it is too old.
 *
 * @param environment which certificates it is for; {@code SAMPLE} for invented ones
 * @param asOf the moment whose facts it holds
 * @param staleAfter after this moment "genuine" can no longer be confirmed; null for never
 */
public record TrustBundle(
        String environment,
        Instant asOf,
        @Nullable Instant staleAfter,
        ListPolicy policy,
        List<TrustedKey> keys,
        List<ValidityScope> scopes,
        List<AnnulledNumber> annulled) {
    private static final String FORMAT = "cutscore-trust-1";

    public TrustBundle {
        keys = sorted(keys, Comparator.comparing(TrustedKey::id));
        scopes = sorted(scopes, Comparator.comparing(ValidityScope::list));
        annulled = sorted(annulled, Comparator.comparing(AnnulledNumber::numberDigest));
    }

    public Optional<TrustedKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The list a token names, if it is of the token's province and session. */
    public Optional<ValidityScope> scope(CertificateToken token) {
        return scopes.stream()
                .filter(scope -> scope.list().equals(token.list()))
                .filter(scope -> scope.province().equals(token.province()))
                .filter(scope -> scope.session().equals(token.session()))
                .findFirst();
    }

    public Optional<AnnulledNumber> annulled(CertificateNumber number) {
        var digest = AnnulledNumber.digest(number);
        return annulled.stream().filter(a -> a.numberDigest().equals(digest)).findFirst();
    }

    public boolean isStale(Instant now) {
        return staleAfter != null && now.isAfter(staleAfter);
    }

    public Json.Obj json() {
        return Json.object()
                .put("format", FORMAT)
                .put("environment", environment)
                .put("asOf", Beijing.text(asOf))
                .put("staleAfter", staleAfter == null ? null : Beijing.text(staleAfter))
                .put("policy", policy.word())
                .put("keys", Json.array(keys.stream().map(TrustedKey::json).toList()))
                .put("scopes", Json.array(scopes.stream().map(ValidityScope::json).toList()))
                .put("annulled", Json.array(annulled.stream().map(AnnulledNumber::json).toList()))
                .build();
    }

    /**
     * @throws Unreadable when it is no trust bundle of this version
     */
    public static TrustBundle read(String text) {
        try {
            var json = Json.parseObject(text);
            if (!json.text("format").equals(FORMAT)) {
                throw new JsonFault("another format: " + json.text("format"));
            }
            return new TrustBundle(
                    json.text("environment"),
                    moment(json.text("asOf")),
                    json.textIfAny("staleAfter").map(TrustBundle::moment).orElse(null),
                    ListPolicy.read(json.text("policy")),
                    each(json, "keys", TrustedKey::read),
                    each(json, "scopes", ValidityScope::read),
                    each(json, "annulled", AnnulledNumber::read));
        } catch (JsonFault | DateTimeException | IllegalArgumentException e) {
            throw new Unreadable(fault(String.valueOf(e.getMessage())));
        }
    }

    private static <T> List<T> each(Json.Obj json, String name, Function<Json.Obj, T> read) {
        return json.array(name).stream().map(item -> read.apply(object(item, name))).toList();
    }

    private static Json.Obj object(Json item, String name) {
        if (item instanceof Json.Obj object) {
            return object;
        }
        throw new JsonFault("objects stand in " + name);
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }

    private static Fault fault(String reason) {
        return Fault.of(
                "TRUST_BUNDLE_UNREADABLE",
                new Words("这不是可用的信任包：" + reason, "not a trust bundle: " + reason),
                new Words(
                        "请重新下载签发方公布的信任包 trust.json",
                        "fetch the issuer's published trust.json again"));
    }
}
