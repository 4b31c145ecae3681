package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SessionId;
import java.time.LocalDate;

/**
 * What a certificate's QR code says, and what its issuer signs: enough to answer offline where the
 * certificate counts. It names nobody.
 *
 * @param environment {@code SAMPLE}, or the name of the real one; inside the signed bytes, so that
 *     a sample is never taken for a certificate
 * @param level 高级, 中级, 初级
 * @param province the issuing province: the certificate counts in the line areas of this one only
 * @param list which list of line areas, {@code 51-2023-1}; ASCII
 * @param issued the day of issue in Beijing
 * @param name the holder's name, digested with the number
 * @param keyId which key signed; the algorithm is a property of the key, never of the token
 */
public record CertificateToken(
        String environment,
        CertificateNumber number,
        SessionId session,
        String level,
        String qualification,
        DivisionCode province,
        String list,
        IssueRoute route,
        LocalDate issued,
        NameDigest name,
        String keyId) {
    static final int VERSION = 1;
    static final String CONTEXT = "cutscore certificate token 1\n";

    /**
     * @throws IllegalArgumentException when a part is blank or too long for a QR code
     */
    public CertificateToken {
        require(environment, 16);
        require(level, 15);
        require(qualification, 48);
        require(list, 24);
        if (!keyId.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("not a key id: " + keyId);
        }
        if (!province.isProvince()) {
            throw new IllegalArgumentException("not a province: " + province);
        }
        if (issued.isBefore(LocalDate.EPOCH) || issued.toEpochDay() > 0xffff) {
            throw new IllegalArgumentException("a day of issue out of range: " + issued);
        }
    }

    /** The bytes the issuer signs with ECDSA P-256 and SHA-256. */
    public byte[] signedBytes() {
        return TokenForm.signedBytes(TokenForm.write(this));
    }

    /**
     * The text for the QR code.
     *
     * @param signature over {@link #signedBytes()}, r and s of 32 bytes each (IEEE P1363)
     * @throws IllegalArgumentException when the signature has another form or is not the smaller of
     *     its two equivalents
     */
    public String sealedWith(byte[] signature) {
        if (!EcSignature.isStrict(signature)) {
            throw new IllegalArgumentException("not a signature of 64 bytes in its low form");
        }
        return TokenForm.text(TokenForm.write(this), signature);
    }

    private static void require(String part, int bytesMax) {
        int size = part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (part.isBlank() || size > bytesMax) {
            throw new IllegalArgumentException("blank, or over " + bytesMax + " bytes: " + part);
        }
    }
}
