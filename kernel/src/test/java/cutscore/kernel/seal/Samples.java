package cutscore.kernel.seal;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SeededEntropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.time.Period;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.List;

/** Certificates of an invented person in the real areas of the notice. */
final class Samples {
    static final DivisionCode SICHUAN = new DivisionCode("510000");
    static final DivisionCode DAOFU = new DivisionCode("513326");
    static final DivisionCode WUHOU = new DivisionCode("510107");
    static final SessionId SESSION = new SessionId("2023-1");
    static final LocalDate LINE_PUBLISHED = LocalDate.of(2023, 11, 1);
    static final LocalDate ISSUED = LocalDate.of(2023, 12, 1);
    static final CertificateNumber NUMBER = CertificateNumber.draw(new SeededEntropy("sample", 1));
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private Samples() {}

    static CertificateToken token(String keyId) {
        return new CertificateToken(
                "SAMPLE",
                NUMBER,
                SESSION,
                "高级",
                "信息系统项目管理师",
                SICHUAN,
                "51-2023-1",
                IssueRoute.ORDINARY,
                ISSUED,
                NameDigest.of(NUMBER, "扎西·样本"),
                keyId);
    }

    static ValidityScope scope() {
        return new ValidityScope(
                SICHUAN,
                SESSION,
                "51-2023-1",
                "四川省人事考试中心 2023-08-22",
                LINE_PUBLISHED,
                List.of(
                        new ValidityScope.Area(DAOFU, Period.ALWAYS),
                        new ValidityScope.Area(
                                new DivisionCode("513401"),
                                new Period(null, LocalDate.of(2024, 12, 31))),
                        new ValidityScope.Area(
                                new DivisionCode("511132"),
                                new Period(LocalDate.of(2025, 1, 1), null))));
    }

    static VerdictRule.Certificate certificate() {
        return new VerdictRule.Certificate(
                NUMBER, SICHUAN, ISSUED, scope(), ListPolicy.WHEN_LINE_PUBLISHED, null, false);
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sign(KeyPair keys, byte[] content) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(content);
            byte[] raw = signer.sign();
            byte[] half = java.util.Arrays.copyOfRange(raw, 32, 64);
            var s = new BigInteger(1, half);
            if (s.compareTo(ORDER.shiftRight(1)) > 0) {
                byte[] low = ORDER.subtract(s).toByteArray();
                java.util.Arrays.fill(raw, 32, 64, (byte) 0);
                int length = Math.min(32, low.length);
                System.arraycopy(low, low.length - length, raw, 64 - length, length);
            }
            return raw;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
