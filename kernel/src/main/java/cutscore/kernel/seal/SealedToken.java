package cutscore.kernel.seal;

import java.security.PublicKey;
import java.util.Optional;

/**
 * A certificate token with its signature, as a QR code holds it. That it can be read says nothing
 * of whether it is genuine: ask {@link #isSignedBy}.
 */
public final class SealedToken {
    /** With blanks between its characters; the signature alone makes a token longer than that. */
    private static final int LONGEST_NUMBER = 60;

    private final CertificateToken token;
    private final byte[] signature;
    private final String text;

    private SealedToken(CertificateToken token, byte[] signature, String text) {
        this.token = token;
        this.signature = signature;
        this.text = text;
    }

    /** Strict: empty for everything that is not letter for letter a token of ours. */
    public static Optional<SealedToken> read(String qrText) {
        return TokenForm.read(qrText.strip())
                .map(parts -> new SealedToken(parts.token(), parts.signature(), qrText.strip()));
    }

    /**
     * Whether the text looks meant as one, however broken: it begins as every token does and is
     * longer than any number. A number may begin with the same three characters.
     */
    public static boolean looksLikeOne(String text) {
        String stripped = text.strip();
        return stripped.startsWith(TokenForm.MARK) && stripped.length() > LONGEST_NUMBER;
    }

    /** What it claims. */
    public CertificateToken token() {
        return token;
    }

    public String text() {
        return text;
    }

    public boolean isSignedBy(PublicKey key) {
        return EcSignature.verifies(key, token.signedBytes(), signature);
    }
}
