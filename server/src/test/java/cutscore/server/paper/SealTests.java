package cutscore.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What foreign readers say of our sealed paper. */
class SealTests {
    private static final SealKey KEY =
            SealOffice.make(
                    new byte[] {1}, new byte[] {2}, "SAMPLE", "样本机构", LocalDate.of(2023, 8, 1));
    private static final byte[] SEALED = Seal.put(PaperTests.announcement(), KEY, PaperTests.MADE);
    @TempDir private Path folder;

    @BeforeAll
    static void veraPdfIsReady() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void sealingAgainGivesTheSameBytes() {
        assertThat(Seal.put(PaperTests.announcement(), KEY, PaperTests.MADE)).isEqualTo(SEALED);
    }

    @Test
    void veraPdfFindsAPdfA2u() throws Exception {
        for (var pdf : List.of(PaperTests.announcement(), SEALED)) {
            assertThat(failedRules(pdf)).isEmpty();
        }
    }

    @Test
    void pdfsigFindsOneValidSignatureOverTheWholeDocument() throws Exception {
        var said = run("pdfsig", "-nocert", write(SEALED).toString());
        assertThat(said)
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached")
                .doesNotContain("Signature #2");
        byte[] changed = SEALED.clone();
        changed[2000] ^= 1;
        assertThat(run("pdfsig", "-nocert", write(changed).toString()))
                .doesNotContain("Signature is Valid");
    }

    @Test
    void qpdfFindsNoFaultInTheFile() throws Exception {
        assertThat(run("qpdf", "--check", write(SEALED).toString()))
                .contains("No syntax or stream encoding errors found");
    }

    private static List<String> failedRules(byte[] pdf) throws Exception {
        var flavour = PDFAFlavour.PDFA_2_U;
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant()).isEqualTo(result.getTestAssertions().isEmpty());
            assertThat(result.getTotalAssertions()).isGreaterThan(500);
            return result.getTestAssertions().stream()
                    .map(a -> a.getRuleId() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private Path write(byte[] pdf) throws IOException {
        return Files.write(folder.resolve("sealed.pdf"), pdf);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            return said;
        }
    }
}
