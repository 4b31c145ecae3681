package cutscore.server.evidence;

import static cutscore.server.evidence.HostileSample.ascii;
import static cutscore.server.evidence.HostileSample.deflated;
import static cutscore.server.evidence.HostileSample.exif;
import static cutscore.server.evidence.HostileSample.joined;
import static cutscore.server.evidence.HostileSample.pdf;
import static cutscore.server.evidence.HostileSample.plainPdf;
import static cutscore.server.evidence.HostileSample.png;
import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.evidence.Inspection.Finding;
import cutscore.server.evidence.parser.Verdict;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads are hostile: every file goes through the real examining process, confined as here. */
class HostileFilesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir static Path folder;
    private static Examiners examiners;
    private static Inspection inspection;

    @BeforeAll
    static void ready() throws IOException {
        Files.writeString(folder.resolve("a.key"), "secret");
        examiners = new Examiners(folder, PATIENCE);
        inspection = new Inspection(examiners, new VirusScan(""));
    }

    @AfterAll
    static void done() {
        examiners.close();
    }

    private static Finding.Made made(byte[] sent) {
        var finding = inspection.inspect("a.jpg", sent);
        assertThat(finding).isInstanceOf(Finding.Made.class);
        return (Finding.Made) finding;
    }

    private static EvidenceRefusal refusal(String name, byte[] sent) {
        var finding = inspection.inspect(name, sent);
        assertThat(finding).isInstanceOf(Finding.Bad.class);
        return ((Finding.Bad) finding).why();
    }

    @Test
    void whatIsNeitherPictureNorPdfIsRefusedByItsContent() {
        var files =
                Map.of(
                        "script.jpg",
                        "<html><script>alert(1)</script></html>",
                        "drawing.png",
                        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                        "eicar.pdf",
                        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-"
                                + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
                        "moving.jpg",
                        "GIF89a......",
                        "archive.pdf",
                        "PK\u0003\u0004....");
        files.forEach(
                (name, text) ->
                        assertThat(refusal(name, ascii(text)))
                                .isEqualTo(EvidenceRefusal.OTHER_KIND));
        assertThat(refusal("a.jpg", new byte[0])).isEqualTo(EvidenceRefusal.EMPTY);
        assertThat(refusal("a.jpg", new byte[1])).isEqualTo(EvidenceRefusal.OTHER_KIND);
        byte[] heic = joined(new byte[] {0, 0, 0, 24}, ascii("ftypheic0000mif1heic"));
        assertThat(refusal("IMG_0001.HEIC", heic)).isEqualTo(EvidenceRefusal.HEIC);
        byte[] good = Sample.picture("jpg", 9, 9);
        for (String name : List.of("a.html", "a.svg", "a.jpg.exe", "a.php")) {
            assertThat(refusal(name, good)).isEqualTo(EvidenceRefusal.OTHER_ENDING);
        }
    }

    @Test
    void namesAreNeverPathsAndShowNoTricks() {
        assertThat(GivenName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(GivenName.clean("C:\\x\\a.jpg")).isEqualTo("a.jpg");
        assertThat(GivenName.clean("a\u202Egpj.exe")).isEqualTo("agpj.exe");
        assertThat(GivenName.clean("\u0000\n")).isEqualTo("file");
        assertThat(GivenName.clean("长".repeat(300))).hasSize(100);
        assertThat(GivenName.clean("𠮷".repeat(300)).codePointCount(0, 200)).isEqualTo(100);
    }

    @Test
    void aPolyglotComesOutAsThePictureAlone() throws IOException {
        byte[] picture = Sample.picture("png", 64, 64);
        byte[] html = ascii("<html><script>document.title='ran'</script></html>");
        byte[] zip = joined(ascii("PK\u0003\u0004"), ascii("evil.class"));
        for (byte[] tail : List.of(html, zip, ascii("%PDF-1.7 /JS (app.alert(1))"))) {
            byte[] out = made(joined(picture, tail)).bytes();
            String text = new String(out, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("script").doesNotContain("evil").doesNotContain("/JS");
            assertThat(ImageIO.read(new ByteArrayInputStream(out)).getWidth()).isEqualTo(64);
        }
    }

    @Test
    void placeAndCameraAreLeftBehindAndThePictureStandsUpright() throws IOException {
        byte[] exif = exif(6);
        assertThat(new String(exif, StandardCharsets.ISO_8859_1)).contains("GPS-30.65N");
        byte[] jpeg = Sample.picture("jpg", 200, 100);
        byte[] held =
                joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
        byte[] out = made(held).bytes();
        String text = new String(out, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Exif").doesNotContain("GPS");
        var image = ImageIO.read(new ByteArrayInputStream(out));
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(200);
        // The red quarter was at the upper left; turned by a quarter it stands at the upper right.
        assertThat(isRed(image, 75, 50)).isTrue();
        assertThat(isRed(image, 25, 50)).isFalse();
        var plain = ImageIO.read(new ByteArrayInputStream(made(jpeg).bytes()));
        assertThat(isRed(plain, 50, 25)).isTrue();
        assertThat(isRed(plain, 150, 25)).isFalse();
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 80;
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedByItsHeader() {
        assertThat(refusal("a.png", png(60_000, 60_000)))
                .isEqualTo(EvidenceRefusal.TOO_MANY_PIXELS);
        assertThat(refusal("a.png", png(31_000, 10))).isEqualTo(EvidenceRefusal.TOO_MANY_PIXELS);
    }

    @Test
    void aLargePictureWithinTheLimitIsMadeSmall() throws IOException {
        byte[] large = Sample.picture("png", 7000, 7000);
        var image = ImageIO.read(new ByteArrayInputStream(made(large).bytes()));
        assertThat(image.getWidth()).isEqualTo(2400);
    }

    @Test
    void aFileThatIsCutOrScrambledIsRefusedOrShownAsFarAsItGoesButNeverHangs() {
        long seed = new Random().nextLong();
        System.out.println("scrambled files, seed " + seed);
        var random = new Random(seed);
        byte[] whole = Sample.photo(300, 200, 5);
        assertThat(inspection.inspect("a.jpg", Arrays.copyOf(whole, 40)))
                .isInstanceOf(Finding.Bad.class);
        for (int i = 0; i < 4; i++) {
            byte[] broken = (i % 2 == 0 ? whole : plainPdf(2)).clone();
            for (int k = 0; k < 60; k++) {
                broken[20 + random.nextInt(broken.length - 20)] = (byte) random.nextInt(256);
            }
            assertThat(inspection.inspect("a", broken)).isNotNull();
        }
    }

    @Test
    void aPdfIsMadeIntoPicturesOfItsPages() throws IOException {
        byte[] hostile =
                pdf(
                        document -> {
                            document.addPage(new PDPage(PDRectangle.A4));
                            document.getDocumentCatalog()
                                    .setOpenAction(new PDActionJavaScript("app.alert('ran')"));
                            var embedded = new PDEmbeddedFile(document);
                            var specification = new PDComplexFileSpecification();
                            specification.setFile("evil.exe");
                            specification.setEmbeddedFile(embedded);
                            var tree = new PDEmbeddedFilesNameTreeNode();
                            tree.setNames(Map.of("evil.exe", specification));
                            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                            names.setEmbeddedFiles(tree);
                            document.getDocumentCatalog().setNames(names);
                            document.getDocumentInformation().setAuthor("somebody");
                        });
        assertThat(new String(hostile, StandardCharsets.ISO_8859_1)).contains("JavaScript");
        var made = made(hostile);
        assertThat(made.kind()).isEqualTo(EvidenceFile.Kind.PDF);
        try (var flat = Loader.loadPDF(made.bytes())) {
            var catalog = flat.getDocumentCatalog().getCOSObject();
            for (String gone : List.of("OpenAction", "Names", "AcroForm", "AA", "Metadata")) {
                assertThat(catalog.getDictionaryObject(COSName.getPDFName(gone))).isNull();
            }
            assertThat(flat.getDocumentInformation().getAuthor()).isNull();
            assertThat(flat.getPage(0).getAnnotations()).isEmpty();
        }
        var text = made(plainPdf(3));
        assertThat(text.pages()).isEqualTo(3);
        try (var flat = Loader.loadPDF(text.bytes())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(flat).strip())
                    .isEmpty();
            var drawn = new org.apache.pdfbox.rendering.PDFRenderer(flat).renderImage(0);
            assertThat(hasInk(drawn)).isTrue();
        }
    }

    private static boolean hasInk(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xff) < 80) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aPdfWithTooManyPagesAPasswordOrNoEndIsRefused() {
        assertThat(refusal("a.pdf", plainPdf(21))).isEqualTo(EvidenceRefusal.TOO_MANY_PAGES);
        byte[] locked =
                pdf(
                        document -> {
                            document.addPage(new PDPage());
                            document.protect(
                                    new StandardProtectionPolicy(
                                            "owner", "user", new AccessPermission()));
                        });
        assertThat(refusal("a.pdf", locked)).isEqualTo(EvidenceRefusal.LOCKED);
        assertThat(refusal("a.pdf", ascii("%PDF-1.7\nnothing else")))
                .isEqualTo(EvidenceRefusal.UNREADABLE);
    }

    /** A page's content of 500 MB behind two filters, in some kilobytes. */
    @Test
    void aPdfThatUnpacksWithoutEndIsStopped() {
        byte[] bomb =
                pdf(
                        document -> {
                            var page = new PDPage();
                            document.addPage(page);
                            byte[] inner = deflated(500_000_000L);
                            var stream = new PDStream(document);
                            try (var out = stream.getCOSObject().createRawOutputStream()) {
                                out.write(deflated(inner));
                            }
                            var filters = new org.apache.pdfbox.cos.COSArray();
                            filters.add(COSName.FLATE_DECODE);
                            filters.add(COSName.FLATE_DECODE);
                            stream.getCOSObject().setItem(COSName.FILTER, filters);
                            page.setContents(stream);
                        });
        assertThat(bomb.length).isLessThan(100_000);
        long begun = System.nanoTime();
        assertThat(inspection.inspect("a.pdf", bomb)).isInstanceOf(Finding.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(5));
        assertThat(made(Sample.picture("jpg", 20, 20)).bytes()).isNotEmpty();
    }

    @Test
    void aProcessThatIsKilledOrNeverEndsCostsOnlyItsFile() throws IOException {
        var home = ParserHome.make();
        try (home;
                var killed = Examiner.start(home, Confinement.PROCESS, folder)) {
            killed.process().destroyForcibly();
            var answer = killed.examine(Sample.picture("jpg", 9, 9), PATIENCE);
            assertThat(answer.verdict()).isEqualTo(Verdict.TOO_HARD);
            try (var slow = Examiner.start(home, Confinement.PROCESS, folder)) {
                var late = slow.examine(Sample.picture("jpg", 9, 9), Duration.ofMillis(1));
                assertThat(late.verdict()).isEqualTo(Verdict.TOO_HARD);
                assertThat(slow.process().onExit()).succeedsWithin(Duration.ofSeconds(5));
            }
        }
        assertThat(home.folderIsGone()).isTrue();
    }

    @Test
    void theProcessHasNoNetworkAndDoesNotSeeTheKeys() throws IOException {
        var home = ParserHome.make();
        try (home) {
            var strongest = Confinement.strongest(home, folder);
            System.out.println("examining process confined by " + strongest);
            var seen = strongest.tried(home, folder);
            assertThat(seen.said()).contains("jdk-network=shut");
            if (strongest.hides()) {
                assertThat(seen.isWhole()).isTrue();
            }
            // The probe can tell: without confinement the system's network is open and keys are
            // seen.
            assertThat(Confinement.PROCESS.tried(home, folder).said())
                    .isEqualTo("system-network=open jdk-network=shut folder=seen");
        }
    }

    /** A PDF whose form, font and image would be fetched from a listener; nobody calls. */
    @Test
    void aPdfThatWouldCallOutCallsNobody() throws IOException {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(300);
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            byte[] calling =
                    ascii(
                            new String(plainPdf(1), StandardCharsets.ISO_8859_1)
                                    .replace(
                                            "/Type /Catalog",
                                            "/Type /Catalog /OpenAction <</S/URI/URI("
                                                    + address
                                                    + ")>> /AA <</O <</S/SubmitForm/F("
                                                    + address
                                                    + ")>>>>"));
            assertThat(inspection.inspect("a.pdf", calling)).isNotNull();
            org.assertj.core.api.Assertions.assertThatThrownBy(listener::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }
}
