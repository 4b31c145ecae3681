package cutscore.server.paper;

import cutscore.kernel.time.Beijing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * A seal of our own making: a certification authority and one signer, both from secret bytes. It
 * stands where an official authority's certificate will stand; its subject names the environment,
 * so that nobody takes a sample for the real thing.
 */
public final class SealOffice {
    private static final int YEARS = 20;

    private SealOffice() {}

    /**
     * The same arguments give the same key and the same certificate.
     *
     * @param authority 32 secret bytes
     * @param signer 32 other secret bytes
     * @param environment goes into the subject, {@code SAMPLE}
     * @param body the issuing body's name
     * @param from the first day of validity, in Beijing
     */
    public static SealKey make(
            byte[] authority, byte[] signer, String environment, String body, LocalDate from) {
        var root = SealKey.scalar(authority);
        var leaf = SealKey.scalar(signer);
        var issuer = name("Cutscore " + environment + " CA", environment, body);
        var subject = name("Cutscore " + environment + " certificate seal", environment, body);
        var start = Date.from(from.atStartOfDay(Beijing.ZONE).toInstant());
        var end = Date.from(from.plusYears(YEARS).atStartOfDay(Beijing.ZONE).toInstant());
        try {
            var key =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(SealKey.publicOf(leaf));
            var serial = new BigInteger(1, cutscore.kernel.seal.Digest.sha256(key.getEncoded()));
            var builder =
                    new X509v3CertificateBuilder(
                            issuer, serial.shiftRight(100), start, end, subject, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            var usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            var caSecret = new ECPrivateKeyParameters(root, SealKey.CURVE);
            var made = builder.build(new P256Signer(caSecret));
            return new SealKey(leaf, read(made.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own cannot be made", e);
        }
    }

    private static X500Name name(String common, String environment, String body) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, body)
                .addRDN(BCStyle.OU, environment)
                .addRDN(BCStyle.CN, common)
                .build();
    }

    private static X509Certificate read(byte[] der) throws GeneralSecurityException {
        var stream = new ByteArrayInputStream(der);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(stream);
    }
}
