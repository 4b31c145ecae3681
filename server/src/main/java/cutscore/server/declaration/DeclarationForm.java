package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.server.exam.DeclaredGround;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a declarant sends. The instant of arrival is not in it: the gate reads the business clock.
 *
 * @param place the county: of registration (may be left out, the roster knows it), of the household
 *     register, or of work
 * @param commitment whether the commitment (承诺书) was accepted: that everything stated is true
 * @param key the idempotency key, made by the client before sending: 8 to 64 of letters, digits,
 *     {@code . _ -}
 * @param typedBy the officer who typed it in for the declarant (assisted), empty when the declarant
 *     did; that officer does not review it
 * @param begun when its draft was begun on this server; never said by the client
 * @param employer where the declarant works, as typed; empty for the other grounds
 * @param evidence the evidence files that go with it, each for the item it answers
 */
public record DeclarationForm(
        SessionId session,
        String admissionNumber,
        DeclaredGround ground,
        Optional<DivisionCode> place,
        boolean commitment,
        String key,
        Optional<UUID> typedBy,
        Optional<Instant> begun,
        String employer,
        List<EvidenceOf> evidence) {

    public DeclarationForm {
        evidence = List.copyOf(evidence);
    }

    /**
     * A file that was sent before, for an item the province asks for.
     *
     * @param item as the province's rule names it: {@code work-contract}; {@code other} where none
     *     is stated
     * @param file which file, as {@code evidence} names it
     */
    public record EvidenceOf(String item, UUID file) {
        private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9-]{1,40}");

        public EvidenceOf {
            if (!ITEM.matcher(item).matches()) {
                throw new IllegalArgumentException("not an item of evidence");
            }
        }
    }

    /** A form the declarant typed. */
    public static DeclarationForm of(
            SessionId session,
            String admissionNumber,
            DeclaredGround ground,
            DivisionCode place,
            boolean commitment,
            String key) {
        return new DeclarationForm(
                session,
                admissionNumber,
                ground,
                Optional.of(place),
                commitment,
                key,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "DeclarationForm[" + session + ", " + ground + "]";
    }
}
