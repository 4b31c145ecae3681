package cutscore.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;

/**
 * The CMS of a PAdES baseline B-B signature (ETSI EN 319 142-1): content type, message digest and
 * signing-certificate-v2 are signed; the signing time stands in the PDF, not here.
 */
final class Cms {
    private Cms() {}

    static byte[] sign(SealKey key, byte[] content) {
        try {
            var certificate = new X509CertificateHolder(key.certificate().getEncoded());
            var signer =
                    new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                            .setSignedAttributeGenerator(attributes(certificate.getEncoded()))
                            .build(new P256Signer(key.secret()), certificate);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new CollectionStore<>(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("a signature of our own cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CMSAttributeTableGenerator attributes(byte[] certificate) {
        var digest = cutscore.kernel.seal.Digest.sha256(certificate);
        // SHA-256 is the default algorithm of ESSCertIDv2, so it is left out (RFC 5035).
        var signingCertificate = new SigningCertificateV2(new ESSCertIDv2(digest));
        return parameters -> {
            var all = new ASN1EncodableVector();
            var contentType = of(parameters, CMSAttributeTableGenerator.CONTENT_TYPE);
            all.add(attribute(CMSAttributes.contentType, (ASN1ObjectIdentifier) contentType));
            var digestOfFile = (byte[]) of(parameters, CMSAttributeTableGenerator.DIGEST);
            all.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digestOfFile)));
            all.add(
                    attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate));
            return new AttributeTable(all);
        };
    }

    private static Object of(Map<?, ?> parameters, String name) {
        return java.util.Objects.requireNonNull(parameters.get(name));
    }

    private static Attribute attribute(ASN1ObjectIdentifier kind, ASN1Encodable value) {
        return new Attribute(kind, new DERSet(value));
    }
}
