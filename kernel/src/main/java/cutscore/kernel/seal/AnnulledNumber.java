package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import java.time.LocalDate;

/**
 * An annulled certificate, findable only by who has its number.
 *
 * @param numberDigest SHA-256 of the number, in hexadecimal; the number itself cannot be guessed
 * @param since the day of the decision; the certificate is void from the start all the same
 * @param decision the decision's number
 * @param reason the public category, nothing of the person
 * @param basis the article
 */
public record AnnulledNumber(
        String numberDigest, LocalDate since, String decision, String reason, String basis) {

    public static String digest(CertificateNumber number) {
        return Digest.hex(number.value());
    }

    Json json() {
        return Json.object()
                .put("number", numberDigest)
                .put("since", since.toString())
                .put("decision", decision)
                .put("reason", reason)
                .put("basis", basis)
                .build();
    }

    static AnnulledNumber read(Json.Obj json) {
        return new AnnulledNumber(
                json.text("number"),
                LocalDate.parse(json.text("since")),
                json.text("decision"),
                json.text("reason"),
                json.text("basis"));
    }
}
