package cutscore.server.certificate;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.CertificateToken;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NameDigest;
import cutscore.kernel.seal.ValidityScope;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The one record of a certificate. Its canonical JSON is what is stored before anything is signed;
 * the QR token and the paper are derived from it and never edited.
 *
 * @param name the holder's, for the paper alone; in the token it is a digest
 */
public record CertificateRecord(
        String environment,
        CertificateNumber number,
        String name,
        SessionId session,
        String level,
        String qualification,
        DivisionCode province,
        IssueRoute route,
        LocalDate issued,
        String keyId) {

    CertificateToken token() {
        return new CertificateToken(
                environment,
                number,
                session,
                level,
                qualification,
                province,
                ValidityScope.listName(province, session),
                route,
                issued,
                NameDigest.of(number, name),
                keyId);
    }

    byte[] bytes() {
        return Json.object()
                .put("version", "certificate-1")
                .put("environment", environment)
                .put("number", number.value())
                .put("name", name)
                .put("session", session.value())
                .put("level", level)
                .put("qualification", qualification)
                .put("province", province.value())
                .put("route", route.word())
                .put("issued", issued.toString())
                .put("key", keyId)
                .build()
                .bytes();
    }

    static CertificateRecord read(byte[] bytes) {
        var json = Json.parseObject(new String(bytes, StandardCharsets.UTF_8));
        var ordinary = json.text("route").equals(IssueRoute.ORDINARY.word());
        return new CertificateRecord(
                json.text("environment"),
                new CertificateNumber(json.text("number")),
                json.text("name"),
                new SessionId(json.text("session")),
                json.text("level"),
                json.text("qualification"),
                new DivisionCode(json.text("province")),
                ordinary ? IssueRoute.ORDINARY : IssueRoute.REPLACEMENT,
                LocalDate.parse(json.text("issued")),
                json.text("key"));
    }

    /** Says nothing that would tell who it is. */
    @Override
    public String toString() {
        return "CertificateRecord[" + session + ", " + province + "]";
    }
}
