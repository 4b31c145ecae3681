package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.time.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "does this certificate count here?".
 *
 * @param reasons never empty
 * @param number null when it could not be read
 * @param province the issuing province, null when not known
 * @param at the place asked, null when none was
 * @param on the day asked
 * @param asOf the moment of the facts behind the answer
 * @param onIssue the place and the list when the line was published; null when not judged
 * @param today the place and the list on the day asked; null when not judged
 * @param places the counties where the certificate counts, by the policy; empty when not known
 * @param circular whose list it is; null when not known
 * @param annulled what the annulment says; null when there is none
 */
public record Verdict(
        Kind kind,
        List<Reason> reasons,
        @Nullable CertificateNumber number,
        @Nullable DivisionCode province,
        @Nullable DivisionCode at,
        LocalDate on,
        Instant asOf,
        @Nullable InList onIssue,
        @Nullable InList today,
        NavigableSet<DivisionCode> places,
        @Nullable String circular,
        @Nullable AnnulledNumber annulled) {

    /** The words of the product, in JSON and on every page. */
    public enum Kind {
        VALID_HERE("valid-here"),
        GENUINE("genuine"),
        NOT_VALID_HERE("not-valid-here"),
        CANNOT_CONFIRM("cannot-confirm"),
        VOID("void"),
        NOT_FOUND("not-found"),
        NOT_GENUINE("not-genuine");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One of the two answers that are both kept.
     *
     * @param day which day's list
     * @param in whether the whole place is in it
     */
    public record InList(LocalDate day, boolean in) {
        private Json json() {
            return Json.object().put("day", day.toString()).put("inList", in).build();
        }
    }

    /**
     * @throws IllegalArgumentException when no reason is given
     */
    public Verdict {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a verdict without a reason");
        }
        reasons = List.copyOf(reasons);
    }

    /** Without facts of a certificate: not found, not genuine, cannot confirm. */
    public static Verdict bare(
            Kind kind,
            Reason reason,
            @Nullable CertificateNumber number,
            @Nullable DivisionCode at,
            LocalDate on,
            Instant asOf) {
        return new Verdict(
                kind,
                List.of(reason),
                number,
                null,
                at,
                on,
                asOf,
                null,
                null,
                new TreeSet<>(),
                null,
                null);
    }

    /** Whether the answer is yes: it counts here, or it is genuine and no place was asked. */
    public boolean isYes() {
        return kind == Kind.VALID_HERE || kind == Kind.GENUINE;
    }

    /** The same with another kind and one more reason, put first. */
    public Verdict turned(Kind other, Reason first) {
        var all = new java.util.ArrayList<Reason>();
        all.add(first);
        all.addAll(reasons);
        return new Verdict(
                other, all, number, province, at, on, asOf, onIssue, today, places, circular,
                annulled);
    }

    /** The same with one more reason, put last. */
    public Verdict with(Reason last) {
        var all = new java.util.ArrayList<>(reasons);
        all.add(last);
        return new Verdict(
                kind, all, number, province, at, on, asOf, onIssue, today, places, circular,
                annulled);
    }

    /** The stable JSON of a verdict; what is not known is null. */
    public Json.Obj json() {
        var out =
                Json.object()
                        .put("verdict", kind.word())
                        .put("reasons", Json.texts(reasons.stream().map(Reason::name).toList()))
                        .put("number", number == null ? null : number.value())
                        .put("at", at == null ? null : at.value())
                        .put("on", on.toString())
                        .put("asOf", Beijing.text(asOf))
                        .put("province", province == null ? null : province.value())
                        .put("onIssue", onIssue == null ? Json.ofNull() : onIssue.json())
                        .put("today", today == null ? Json.ofNull() : today.json())
                        .put("circular", circular)
                        .put("basis", Json.texts(basis()));
        out.put("places", Json.texts(places.stream().map(DivisionCode::value).toList()));
        out.put("annulled", annulled == null ? Json.ofNull() : publicPart(annulled));
        return out.build();
    }

    /** The legal bases of its reasons, each once. */
    public List<String> basis() {
        return reasons.stream().map(Reason::basis).filter(b -> !b.isEmpty()).distinct().toList();
    }

    private static Json.Obj publicPart(AnnulledNumber annulled) {
        return Json.object()
                .put("since", annulled.since().toString())
                .put("decision", annulled.decision())
                .put("reason", annulled.reason())
                .put("basis", annulled.basis())
                .build();
    }
}
