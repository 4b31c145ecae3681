package cutscore.cli;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * The signature in a certificate's PDF: a CMS in exactly the form we write (PAdES B-B, one signer,
 * P-256, SHA-256). Strict, because the hole it lies in is the one part no signature covers.
 */
final class CmsSeal {
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final SignerInformation signer;
    private final X509CertificateHolder certificate;

    private CmsSeal(SignerInformation signer, X509CertificateHolder certificate) {
        this.signer = signer;
        this.certificate = certificate;
    }

    /** Empty when it is any other form of signature than ours. */
    static Optional<CmsSeal> read(byte[] der) {
        try {
            var cms = new CMSSignedData(der);
            boolean canonical =
                    Arrays.equals(cms.toASN1Structure().getEncoded(ASN1Encoding.DER), der);
            Collection<X509CertificateHolder> certificates = cms.getCertificates().getMatches(null);
            var signers = cms.getSignerInfos().getSigners();
            if (!canonical || !isPlain(cms) || certificates.size() != 1 || signers.size() != 1) {
                return Optional.empty();
            }
            var seal = new CmsSeal(signers.iterator().next(), certificates.iterator().next());
            return seal.hasOurForm() ? Optional.of(seal) : Optional.empty();
        } catch (CMSException | IOException | RuntimeException e) {
            // Bouncy Castle says "malformed" in any of these ways; the bytes are a stranger's.
            return Optional.empty();
        }
    }

    byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Whether it signs this content: the digest, and the signature over the attributes. */
    boolean covers(byte[] content) {
        var attributes = signer.getSignedAttributes();
        var digest = attributes.get(CMSAttributes.messageDigest).getAttributeValues()[0];
        byte[] ours = cutscore.kernel.seal.Digest.sha256(content);
        if (!(digest instanceof ASN1OctetString said) || !Arrays.equals(said.getOctets(), ours)) {
            return false;
        }
        try {
            var verifier = java.security.Signature.getInstance("SHA256withECDSA");
            var stream = new java.io.ByteArrayInputStream(certificate.getEncoded());
            var x509 =
                    java.security.cert.CertificateFactory.getInstance("X.509")
                            .generateCertificate(stream);
            verifier.initVerify(x509.getPublicKey());
            if (!isLow(signer.getSignature())) {
                return false;
            }
            verifier.update(signer.getEncodedSignedAttributes());
            return verifier.verify(signer.getSignature());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // A key or a signature that is none; the bytes are a stranger's.
            return false;
        }
    }

    /** Of the two signatures (r, s) and (r, n − s) only the one we write is taken. */
    private static boolean isLow(byte[] signature) throws IOException {
        var order = CustomNamedCurves.getByName("P-256").getN();
        var rs = StandardDSAEncoding.INSTANCE.decode(order, signature);
        return rs[1].compareTo(order.shiftRight(1)) <= 0;
    }

    private static boolean isPlain(CMSSignedData cms) {
        return cms.getVersion() == 1
                && cms.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                && cms.getSignedContent() == null
                && cms.getSignedContentTypeOID().equals(CMSObjectIdentifiers.data.getId())
                && cms.getDigestAlgorithmIDs().equals(java.util.Set.of(SHA256))
                && cms.getCRLs().getMatches(null).isEmpty()
                && cms.getAttributeCertificates().getMatches(null).isEmpty();
    }

    private boolean hasOurForm() {
        var attributes = signer.getSignedAttributes();
        var ecdsa = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        return signer.getVersion() == 1
                && isOf(certificate)
                && signer.getUnsignedAttributes() == null
                && signer.toASN1Structure().getDigestAlgorithm().equals(SHA256)
                && signer.toASN1Structure().getDigestEncryptionAlgorithm().equals(ecdsa)
                && attributes != null
                && attributes.size() == 3
                && one(CMSAttributes.contentType)
                && one(CMSAttributes.messageDigest)
                && one(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                && namesItsCertificate();
    }

    /** Byte for byte: Bouncy Castle's own match reads names without regard to case. */
    private boolean isOf(X509CertificateHolder holder) {
        var x509 = holder.toASN1Structure();
        var ours = new IssuerAndSerialNumber(x509.getIssuer(), holder.getSerialNumber());
        try {
            return Arrays.equals(
                    ours.getEncoded(ASN1Encoding.DER),
                    signer.toASN1Structure().getSID().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean one(ASN1ObjectIdentifier kind) {
        var all = signer.getSignedAttributes().getAll(kind);
        return all.size() == 1
                && signer.getSignedAttributes().get(kind).getAttributeValues().length == 1;
    }

    private boolean namesItsCertificate() {
        var kind = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
        var value = signer.getSignedAttributes().get(kind).getAttributeValues()[0];
        var named = SigningCertificateV2.getInstance(value).getCerts();
        byte[] ours = cutscore.kernel.seal.Digest.sha256(certificate());
        return named.length == 1 && Arrays.equals(named[0].getCertHashObject().getOctets(), ours);
    }
}
