package cutscore.server.paper;

import cutscore.kernel.seal.TrustedKey;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A P-256 key that seals, with the certificate that says whose it is. It signs with the nonce of
 * RFC 6979 and the lower of the two possible s, so the same content always gets the same signature.
 */
public final class SealKey {
    static final ECNamedDomainParameters CURVE = curve();

    private final ECPrivateKeyParameters secret;
    private final X509Certificate certificate;

    SealKey(BigInteger secret, X509Certificate certificate) {
        this.secret = new ECPrivateKeyParameters(secret, CURVE);
        this.certificate = certificate;
    }

    /** The key's name in tokens and trust bundles. */
    public String id() {
        return TrustedKey.idOf(certificate.getPublicKey());
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** ECDSA with SHA-256, as 64 bytes r and s (IEEE P1363). */
    public byte[] sign(byte[] content) {
        var rs = sign(secret, content);
        byte[] out = new byte[64];
        fixed(rs[0], out, 0);
        fixed(rs[1], out, 32);
        return out;
    }

    static BigInteger[] sign(ECPrivateKeyParameters secret, byte[] content) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, secret);
        var rs = signer.generateSignature(cutscore.kernel.seal.Digest.sha256(content));
        var order = CURVE.getN();
        if (rs[1].compareTo(order.shiftRight(1)) > 0) {
            rs[1] = order.subtract(rs[1]);
        }
        return rs;
    }

    ECPrivateKeyParameters secret() {
        return secret;
    }

    /** A private key that follows from 32 secret bytes: 1 … n − 1. */
    static BigInteger scalar(byte[] seed) {
        var order = CURVE.getN();
        return new BigInteger(1, seed).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    }

    static ECPublicKeyParameters publicOf(BigInteger scalar) {
        var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
        return new ECPublicKeyParameters(point, CURVE);
    }

    private static ECNamedDomainParameters curve() {
        var oid = X9ObjectIdentifiers.prime256v1;
        return new ECNamedDomainParameters(oid, ECNamedCurveTable.getByOID(oid));
    }

    private static void fixed(BigInteger number, byte[] out, int at) {
        byte[] raw = number.toByteArray();
        int length = Math.min(32, raw.length);
        System.arraycopy(raw, raw.length - length, out, at + 32 - length, length);
    }
}
