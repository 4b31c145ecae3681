package cutscore.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.SeededEntropy;
import org.junit.jupiter.api.Test;

class CertificateTokenTests {
    private final java.security.KeyPair keys = Samples.keys();
    private final CertificateToken token = Samples.token(TrustedKey.idOf(keys.getPublic()));
    private final String qrText = token.sealedWith(Samples.sign(keys, token.signedBytes()));

    @Test
    void itFitsItsQrCodeAndReadsBack() {
        assertThat(qrText).hasSizeLessThanOrEqualTo(300).matches("[0-9A-Z]+");
        var read = SealedToken.read(qrText).orElseThrow();
        assertThat(read.token()).isEqualTo(token);
        assertThat(read.isSignedBy(keys.getPublic())).isTrue();
        assertThat(read.isSignedBy(Samples.keys().getPublic())).isFalse();
    }

    @Test
    void noNumberIsTakenForAToken() {
        var entropy = new SeededEntropy("numbers", 32);
        boolean marked = false;
        for (int n = 0; n < 2_000; n++) {
            var number = CertificateNumber.draw(entropy);
            marked |= number.value().startsWith(TokenForm.MARK);
            assertThat(SealedToken.looksLikeOne(number.value())).as("seed 32, %d", n).isFalse();
        }
        assertThat(marked).as("one in 32 begins as tokens do").isTrue();
        assertThat(SealedToken.looksLikeOne(qrText)).isTrue();
        assertThat(SealedToken.looksLikeOne(qrText.substring(0, 100))).isTrue();
    }

    @Test
    void theLongestQualificationStillFits() {
        var long30 = "多媒体应用制作技术员";
        var longest =
                new CertificateToken(
                        "SAMPLE",
                        token.number(),
                        token.session(),
                        "初级",
                        long30,
                        token.province(),
                        token.list(),
                        IssueRoute.REPLACEMENT,
                        token.issued(),
                        token.name(),
                        token.keyId());
        assertThat(longest.sealedWith(Samples.sign(keys, longest.signedBytes())).length())
                .isLessThanOrEqualTo(300);
    }

    @Test
    void noChangedTextIsAccepted() {
        long seed = 123;
        var entropy = new SeededEntropy("mutations", seed);
        for (int n = 0; n < 20_000; n++) {
            byte[] dice = entropy.bytes(4);
            int at = Math.floorMod((dice[0] << 8) | (dice[1] & 0xff), qrText.length());
            char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(dice[2] & 31);
            if (qrText.charAt(at) == other) {
                continue;
            }
            var changed = qrText.substring(0, at) + other + qrText.substring(at + 1);
            var read = SealedToken.read(changed);
            assertThat(read.filter(r -> r.isSignedBy(keys.getPublic())))
                    .as("seed %d, round %d", seed, n)
                    .isEmpty();
        }
    }

    @Test
    void everyCutAndEveryTailIsRefused() {
        for (int length = 0; length < qrText.length(); length++) {
            assertThat(
                            SealedToken.read(qrText.substring(0, length))
                                    .filter(r -> r.isSignedBy(keys.getPublic())))
                    .isEmpty();
        }
        assertThat(SealedToken.read(qrText + "A")).isEmpty();
        assertThat(SealedToken.read("HX1" + "A".repeat(100_000))).isEmpty();
    }

    @Test
    void randomTextsAreRefusedWithoutThrowing() {
        var entropy = new SeededEntropy("fuzz", 7);
        for (int n = 0; n < 20_000; n++) {
            int size = 64 + (entropy.bytes(1)[0] & 0x7f);
            byte[] raw = entropy.bytes(size);
            raw[0] = 1;
            assertThat(
                            SealedToken.read("HX1" + Base32.write(raw))
                                    .filter(r -> r.isSignedBy(keys.getPublic())))
                    .isEmpty();
        }
    }

    @Test
    void theOtherFormOfASignatureIsRefused() {
        byte[] high = Samples.sign(keys, token.signedBytes());
        java.util.Arrays.fill(high, 32, 64, (byte) 0xff);
        assertThatThrownBy(() -> token.sealedWith(high))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTypedNameMatchesInItsOtherSpellings() {
        var name = NameDigest.of(Samples.NUMBER, "扎西·样本");
        assertThat(name.matches(Samples.NUMBER, "扎西•样本 ")).isTrue();
        assertThat(name.matches(Samples.NUMBER, "扎西样本")).isFalse();
        assertThat(name.matches(Samples.NUMBER, "札西·样本")).isFalse();
    }
}
