package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rule behind every verdict, online and offline: a certificate counts in the separate-line
 * areas of its issuing province, by the list in force when the line was published (or on the day
 * asked, where that policy is recorded). 人社厅发〔2022〕25号; 申领通知 五.
 */
public final class VerdictRule {
    private final Certificate certificate;
    private final @Nullable Place at;
    private final LocalDate on;
    private final Instant asOf;

    private VerdictRule(Certificate certificate, @Nullable Place at, LocalDate on, Instant asOf) {
        this.certificate = certificate;
        this.at = at;
        this.on = on;
        this.asOf = asOf;
    }

    /**
     * What is known of a certificate that is genuine as a document.
     *
     * @param scope where it counts; null when the list is not known
     * @param annulled null when it is not annulled, as far as is known
     * @param stale whether what is known is too old to rule an annulment out
     */
    public record Certificate(
            CertificateNumber number,
            DivisionCode province,
            LocalDate issued,
            @Nullable ValidityScope scope,
            ListPolicy policy,
            @Nullable AnnulledNumber annulled,
            boolean stale) {}

    /** Never throws: every combination has its answer. */
    public static Verdict judge(
            Certificate certificate, @Nullable Place at, LocalDate on, Instant asOf) {
        return new VerdictRule(certificate, at, on, asOf).judge();
    }

    private Verdict judge() {
        // An annulment that is known is never outdated by anything.
        if (certificate.annulled() != null) {
            return verdict(Verdict.Kind.VOID, List.of(Reason.ANNULLED));
        }
        if (certificate.stale()) {
            return verdict(Verdict.Kind.CANNOT_CONFIRM, List.of(Reason.BUNDLE_STALE));
        }
        var scope = certificate.scope();
        if (at == null) {
            var reason = scope == null ? Reason.SCOPE_UNKNOWN : Reason.NO_PLACE_ASKED;
            return verdict(Verdict.Kind.GENUINE, early(reason));
        }
        if (!at.asked().province().equals(certificate.province())) {
            return verdict(Verdict.Kind.NOT_VALID_HERE, List.of(Reason.OTHER_PROVINCE));
        }
        if (scope == null) {
            return verdict(Verdict.Kind.CANNOT_CONFIRM, List.of(Reason.SCOPE_UNKNOWN));
        }
        return inProvince(scope, at);
    }

    private Verdict inProvince(ValidityScope scope, Place place) {
        var onIssue = scope.covers(place.counties(), scope.linePublished());
        var today = scope.covers(place.counties(), on);
        var decides = certificate.policy() == ListPolicy.ON_DAY_ASKED ? today : onIssue;
        var reasons = new ArrayList<Reason>();
        reasons.add(
                switch (decides) {
                    case WHOLE -> Reason.IN_LIST;
                    case PART -> Reason.PLACE_TOO_WIDE;
                    case NONE -> Reason.NOT_IN_LIST;
                });
        if (onIssue != today) {
            boolean before = onIssue == ValidityScope.Cover.WHOLE;
            reasons.add(before ? Reason.IN_LIST_ON_ISSUE_ONLY : Reason.IN_LIST_TODAY_ONLY);
        }
        if (on.isBefore(certificate.issued()) && decides == ValidityScope.Cover.WHOLE) {
            return verdict(Verdict.Kind.NOT_VALID_HERE, List.of(Reason.NOT_YET_ISSUED));
        }
        return verdict(kind(decides), reasons);
    }

    private static Verdict.Kind kind(ValidityScope.Cover decides) {
        return switch (decides) {
            case WHOLE -> Verdict.Kind.VALID_HERE;
            case PART -> Verdict.Kind.CANNOT_CONFIRM;
            case NONE -> Verdict.Kind.NOT_VALID_HERE;
        };
    }

    private List<Reason> early(Reason reason) {
        return on.isBefore(certificate.issued())
                ? List.of(reason, Reason.NOT_YET_ISSUED)
                : List.of(reason);
    }

    private Verdict verdict(Verdict.Kind kind, List<Reason> reasons) {
        var scope = certificate.scope();
        return new Verdict(
                kind,
                reasons,
                certificate.number(),
                certificate.province(),
                at == null ? null : at.asked(),
                on,
                asOf,
                scope == null ? null : inList(scope, scope.linePublished()),
                scope == null ? null : inList(scope, on),
                places(scope),
                scope == null ? null : scope.circular(),
                certificate.annulled());
    }

    private Verdict.@Nullable InList inList(ValidityScope scope, LocalDate day) {
        if (at == null) {
            return null;
        }
        boolean in = scope.covers(at.counties(), day) == ValidityScope.Cover.WHOLE;
        return new Verdict.InList(day, in);
    }

    private NavigableSet<DivisionCode> places(@Nullable ValidityScope scope) {
        if (scope == null || certificate.annulled() != null) {
            return new TreeSet<>();
        }
        var day = certificate.policy() == ListPolicy.ON_DAY_ASKED ? on : scope.linePublished();
        return scope.inForce(day);
    }
}
