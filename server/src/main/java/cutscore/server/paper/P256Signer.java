package cutscore.server.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

/** Bouncy Castle's way to ask for a signature: ecdsa-with-SHA256, deterministic. */
final class P256Signer implements ContentSigner {
    private final ECPrivateKeyParameters secret;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    P256Signer(ECPrivateKeyParameters secret) {
        this.secret = secret;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        var rs = SealKey.sign(secret, content.toByteArray());
        try {
            return StandardDSAEncoding.INSTANCE.encode(SealKey.CURVE.getN(), rs[0], rs[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
