package cutscore.server.verification;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.Division;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.Divisions;
import cutscore.kernel.seal.ListPolicy;
import cutscore.kernel.seal.NameDigest;
import cutscore.kernel.seal.OfflineVerdict;
import cutscore.kernel.seal.Place;
import cutscore.kernel.seal.Reason;
import cutscore.kernel.seal.SealedToken;
import cutscore.kernel.seal.Verdict;
import cutscore.kernel.seal.VerdictRule;
import cutscore.server.certificate.CertificateOnRecord;
import cutscore.server.certificate.CertificateRecord;
import cutscore.server.certificate.Certificates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public's question: is it genuine, and does it count here? */
@Component
public class Verifications {
    private final Certificates certificates;
    private final InstantSource clock;

    Verifications(Certificates certificates, InstantSource clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param typed a certificate number as people type it, or the text of a QR code
     * @param at the place, a current or former division code
     * @param on the day asked
     * @param typedName the holder's name, to be matched; it is never shown
     */
    public Answer verify(
            String typed, Optional<DivisionCode> at, LocalDate on, Optional<String> typedName) {
        var asOf = clock.instant();
        var place = at.map(Verifications::place).orElse(null);
        if (SealedToken.looksLikeOne(typed)) {
            return token(typed, place, on, asOf, typedName);
        }
        var number = CertificateNumber.parse(typed);
        if (number.isEmpty()) {
            return notFound(Reason.NUMBER_MISTYPED, null, place, on, asOf);
        }
        return number(number.get(), place, on, asOf, typedName);
    }

    private Answer token(
            String typed,
            @Nullable Place at,
            LocalDate on,
            Instant asOf,
            Optional<String> typedName) {
        var offline = new OfflineVerdict(certificates.trustBundle(asOf), asOf);
        var verdict = offline.of(typed, at, on);
        var number = verdict.number();
        // Signed by us and yet not on record would be a ghost: only the record confirms.
        return number == null || verdict.kind() == Verdict.Kind.CANNOT_CONFIRM
                ? new Answer(verdict, Optional.empty())
                : number(number, at, on, asOf, typedName);
    }

    private Answer number(
            CertificateNumber number,
            @Nullable Place at,
            LocalDate on,
            Instant asOf,
            Optional<String> typedName) {
        var found = certificates.find(number).filter(Verifications::isOut);
        if (found.isEmpty()) {
            return notFound(Reason.NUMBER_NOT_FOUND, number, at, on, asOf);
        }
        var record = found.get().certificate();
        var scope = certificates.whereValid(record.province(), record.session()).orElse(null);
        var facts =
                new VerdictRule.Certificate(
                        number,
                        record.province(),
                        record.issued(),
                        scope,
                        ListPolicy.WHEN_LINE_PUBLISHED,
                        found.get().annulment().orElse(null),
                        false);
        var verdict = VerdictRule.judge(facts, at, on, asOf);
        var named = typedName.filter(n -> !n.isBlank()).map(n -> named(verdict, record, n));
        return new Answer(named.orElse(verdict), Optional.of(shown(record)));
    }

    /** A number that was never sealed has not left the house. */
    private static boolean isOut(CertificateOnRecord certificate) {
        return certificate.state() != CertificateOnRecord.State.NUMBERED;
    }

    private static Verdict named(Verdict verdict, CertificateRecord record, String typed) {
        var digest = NameDigest.of(record.number(), record.name());
        if (!digest.matches(record.number(), typed)) {
            return verdict.turned(Verdict.Kind.CANNOT_CONFIRM, Reason.NAME_DIFFERS);
        }
        return verdict.with(Reason.NAME_MATCHES);
    }

    private static Answer.Shown shown(CertificateRecord record) {
        return new Answer.Shown(
                record.level(),
                record.qualification(),
                record.session(),
                record.route(),
                record.issued(),
                record.environment());
    }

    private static Answer notFound(
            Reason reason,
            @Nullable CertificateNumber number,
            @Nullable Place at,
            LocalDate on,
            Instant asOf) {
        var asked = at == null ? null : at.asked();
        var kind = Verdict.Kind.NOT_FOUND;
        return new Answer(Verdict.bare(kind, reason, number, asked, on, asOf), Optional.empty());
    }

    private static Place place(DivisionCode code) {
        var divisions = Divisions.builtIn();
        var current =
                divisions.find(code).isPresent()
                        ? code
                        : divisions.currentFor(code).map(Division::code).orElse(code);
        var counties =
                new ArrayList<>(divisions.counties(current).stream().map(Division::code).toList());
        if (counties.isEmpty()) {
            counties.add(current);
        }
        return new Place(current, counties);
    }
}
