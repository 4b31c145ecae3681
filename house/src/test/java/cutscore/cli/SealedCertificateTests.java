package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.CertificateNumber;
import cutscore.kernel.id.DivisionCode;
import cutscore.kernel.id.SeededEntropy;
import cutscore.kernel.id.SessionId;
import cutscore.kernel.seal.AnnulledNumber;
import cutscore.kernel.seal.CertificateToken;
import cutscore.kernel.seal.IssueRoute;
import cutscore.kernel.seal.ListPolicy;
import cutscore.kernel.seal.NameDigest;
import cutscore.kernel.seal.TrustBundle;
import cutscore.kernel.seal.TrustedKey;
import cutscore.kernel.seal.ValidityScope;
import cutscore.kernel.time.Period;
import cutscore.server.paper.Imprint;
import cutscore.server.paper.Paper;
import cutscore.server.paper.Seal;
import cutscore.server.paper.SealKey;
import cutscore.server.paper.SealOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline verifier against real sealed paper, good and tampered with. */
class SealedCertificateTests {
    private static final Instant AT = Instant.parse("2023-12-01T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2023, 12, 1);
    private static final DivisionCode SICHUAN = new DivisionCode("510000");
    private static final SessionId SESSION = new SessionId("2023-1");
    private static final CertificateNumber NUMBER =
            CertificateNumber.draw(new SeededEntropy("house", 1));
    private static final SealKey KEY = key(1);
    private static final String TOKEN = token(KEY);
    private static final byte[] PDF = pdf(TOKEN, KEY);

    @TempDir private Path folder;

    @Test
    void aGoodOneIsGenuineValidInDaofuAndNotInChengdu() throws IOException {
        var trust = trust(List.of());
        for (var subject : List.of(write(PDF), TOKEN)) {
            assertThat(verify(subject, trust)).isZero();
            assertThat(verify(subject, trust, "--at", "513326")).isZero();
            assertThat(verify(subject, trust, "--at", "道孚县")).isZero();
            assertThat(verify(subject, trust, "--at", "510107")).isEqualTo(1);
            assertThat(verify(subject, trust, "--at", "622921")).isEqualTo(1);
        }
    }

    @Test
    void anUnknownPlaceAMissingBundleAndAnOfdAreBadInput() throws IOException {
        var trust = trust(List.of());
        assertThat(verify(TOKEN, trust, "--at", "999999")).isEqualTo(2);
        assertThat(verify(TOKEN, trust, "--at", "城关区")).isEqualTo(2);
        assertThat(verify(TOKEN, trust, "--on", "2023-13-01")).isEqualTo(2);
        assertThat(verify(TOKEN, folder.resolve("none.json"))).isEqualTo(2);
        assertThat(verify("a.ofd", trust)).isEqualTo(2);
        assertThat(verify("missing.pdf", trust)).isEqualTo(2);
        assertThat(verify(NUMBER.value(), trust)).isEqualTo(2);
        Files.writeString(folder.resolve("broken.json"), "{\"format\":1}");
        assertThat(verify(TOKEN, folder.resolve("broken.json"))).isEqualTo(2);
    }

    @Test
    void anAnnulledOneIsVoid() throws IOException {
        var digest = AnnulledNumber.digest(NUMBER);
        var annulled = new AnnulledNumber(digest, DAY, "D-1", "false-material", "第十条");
        assertThat(verify(TOKEN, trust(List.of(annulled)))).isEqualTo(1);
    }

    @Test
    void anotherKeysSealCannotBeConfirmed() throws IOException {
        var other = key(5);
        var file = write(pdf(token(other), other));
        assertThat(verify(file, trust(List.of()))).isEqualTo(1);
        assertThat(SealedPdf.read(Files.readAllBytes(Path.of(file)), bundle(List.of())))
                .isInstanceOf(SealedPdf.UnknownSigner.class);
    }

    @Test
    void noChangedByteIsAccepted() {
        long seed = 123;
        var random = new Random(seed);
        var bundle = bundle(List.of());
        assertThat(SealedPdf.read(PDF, bundle)).isInstanceOf(SealedPdf.Holds.class);
        for (int n = 0; n < 4000; n++) {
            byte[] changed = PDF.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(SealedPdf.read(changed, bundle))
                    .as("seed %d, round %d, byte %d", seed, n, at)
                    .isInstanceOf(SealedPdf.Broken.class);
        }
    }

    @Test
    void noChangedByteOfTheSignaturesHoleIsAccepted() {
        var hole = SignedRange.find(PDF).orElseThrow();
        var bundle = bundle(List.of());
        var accepted = new java.util.ArrayList<String>();
        for (int at = hole.holeFrom(); at < hole.holeTo(); at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = PDF.clone();
                changed[at] ^= (byte) (1 << bit);
                if (SealedPdf.read(changed, bundle) instanceof SealedPdf.Holds) {
                    accepted.add("byte " + (at - hole.holeFrom()) + " bit " + bit);
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void whatIsAppendedOrCutOffIsSeen() {
        var bundle = bundle(List.of());
        for (var tail : List.of("\n", " ", "%%EOF\n", "1 0 obj\n<<>>\nendobj\n")) {
            byte[] added = tail.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] longer = java.util.Arrays.copyOf(PDF, PDF.length + added.length);
            System.arraycopy(added, 0, longer, PDF.length, added.length);
            assertThat(SealedPdf.read(longer, bundle)).isInstanceOf(SealedPdf.Broken.class);
        }
        for (int length = 0; length < PDF.length; length += 97) {
            var cut = java.util.Arrays.copyOf(PDF, length);
            assertThat(SealedPdf.read(cut, bundle)).isInstanceOf(SealedPdf.Broken.class);
        }
    }

    @Test
    void sealedPaperWithoutATokenIsNoCertificate() {
        var announcement = Paper.plain().sheet(Imprint.of("公告", "机构", AT)).title("公告").print();
        var sealedPaper = Seal.put(announcement, KEY, AT);
        assertThat(SealedPdf.read(sealedPaper, bundle(List.of())))
                .isEqualTo(new SealedPdf.Broken(cutscore.kernel.seal.Reason.FILE_UNREADABLE));
    }

    private static int verify(String subject, Path trust, String... more) {
        var all = new java.util.ArrayList<String>();
        all.addAll(List.of("certificate", "verify", subject, "--trust", trust.toString()));
        all.addAll(List.of(more));
        return Main.run(all.toArray(String[]::new));
    }

    private String write(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("certificate.pdf"), pdf).toString();
    }

    private Path trust(List<AnnulledNumber> annulled) throws IOException {
        return Files.writeString(folder.resolve("trust.json"), bundle(annulled).json().canonical());
    }

    private static TrustBundle bundle(List<AnnulledNumber> annulled) {
        var area = new ValidityScope.Area(new DivisionCode("513326"), Period.ALWAYS);
        var scope = new ValidityScope(SICHUAN, SESSION, "51-2023-1", "通知", DAY, List.of(area));
        var key = TrustedKey.of(KEY.certificate());
        var policy = ListPolicy.WHEN_LINE_PUBLISHED;
        return new TrustBundle("SAMPLE", AT, null, policy, List.of(key), List.of(scope), annulled);
    }

    private static SealKey key(int seed) {
        var from = LocalDate.of(2023, 8, 1);
        return SealOffice.make(
                new byte[] {(byte) seed}, new byte[] {(byte) (seed + 1)}, "SAMPLE", "样本", from);
    }

    private static String token(SealKey key) {
        var token =
                new CertificateToken(
                        "SAMPLE",
                        NUMBER,
                        SESSION,
                        "高级",
                        "信息系统项目管理师",
                        SICHUAN,
                        "51-2023-1",
                        IssueRoute.ORDINARY,
                        DAY,
                        NameDigest.of(NUMBER, "扎西·样本"),
                        key.id());
        return token.sealedWith(key.sign(token.signedBytes()));
    }

    private static byte[] pdf(String token, SealKey key) {
        var imprint = new Imprint("证书", "样本", AT, Map.of(SealedPdf.TOKEN, token));
        var page = Paper.plain().sheet(imprint).title("单独划线职业资格证书").print();
        return Seal.put(page, key, AT);
    }
}
