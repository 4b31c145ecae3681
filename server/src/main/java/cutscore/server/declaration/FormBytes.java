package cutscore.server.declaration;

import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.seal.Digest;
import cutscore.kernel.seal.Json;
import java.time.Instant;
import java.util.UUID;

/** A form as bytes: what is committed to, and what makes two forms the same. */
final class FormBytes {
    private FormBytes() {}

    /** What a commitment is made to: enough to prove later what was declared, and when. */
    static byte[] committed(
            DeclarationForm form, String person, DivisionCode place, Instant arrival) {
        return Committed.to(
                        form.session(),
                        form.admissionNumber(),
                        person,
                        form.ground(),
                        place,
                        arrival,
                        form.commitment())
                .bytes();
    }

    /** Everything that was said; neither the key nor the instant. */
    static String sha256(DeclarationForm form) {
        return Digest.hex(
                Json.object()
                        .put("session", form.session().value())
                        .put("admissionNumber", form.admissionNumber())
                        .put("ground", form.ground().name())
                        .put("place", form.place().map(DivisionCode::value).orElse(null))
                        .put("commitmentAccepted", form.commitment())
                        .put("employer", form.employer())
                        .put(
                                "evidence",
                                Json.texts(form.evidence().stream().map(FormBytes::text).toList()))
                        .put("typedBy", form.typedBy().map(UUID::toString).orElse(null))
                        .build()
                        .bytes());
    }

    private static String text(DeclarationForm.EvidenceOf evidence) {
        return evidence.item() + ":" + evidence.file();
    }
}
