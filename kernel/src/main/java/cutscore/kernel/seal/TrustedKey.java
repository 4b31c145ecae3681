package cutscore.kernel.seal;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key whose seal is trusted.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of the public key (SubjectPublicKeyInfo)
 * @param certificate X.509
 */
public record TrustedKey(String id, X509Certificate certificate) {
    /** The one algorithm of this version; a property of the key, never of a message. */
    public static final String ALGORITHM = "ECDSA-P256-SHA256";

    public static TrustedKey of(X509Certificate certificate) {
        return new TrustedKey(idOf(certificate.getPublicKey()), certificate);
    }

    public static String idOf(PublicKey key) {
        return HexFormat.of().formatHex(Digest.sha256(key.getEncoded()), 0, 8);
    }

    public PublicKey publicKey() {
        return certificate.getPublicKey();
    }

    Json json() {
        return Json.object()
                .put("id", id)
                .put("algorithm", ALGORITHM)
                .put("certificate", Base64.getEncoder().encodeToString(encoded()))
                .build();
    }

    static TrustedKey read(Json.Obj json) {
        if (!json.text("algorithm").equals(ALGORITHM)) {
            throw new JsonFault("unknown algorithm: " + json.text("algorithm"));
        }
        try {
            var der = Base64.getDecoder().decode(json.text("certificate"));
            var factory = CertificateFactory.getInstance("X.509");
            var stream = new ByteArrayInputStream(der);
            var key = of((X509Certificate) factory.generateCertificate(stream));
            if (!key.id().equals(json.text("id"))) {
                throw new JsonFault("the key has another id: " + json.text("id"));
            }
            return key;
        } catch (CertificateException | IllegalArgumentException e) {
            throw new JsonFault("no certificate of a key: " + json.text("id"), e);
        }
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
