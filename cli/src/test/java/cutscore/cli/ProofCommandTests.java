package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.cli.ledger.TestReceipt;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt's proof, by our command and by a program of eighty lines in another language. */
class ProofCommandTests {
    private static final Path PROGRAM = Path.of("..", "examples", "check_receipt.py");
    private static final String KEY = TestReceipt.LOG.key().text();

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) {}

    @Test
    void aSoundProofSaysWhatItProvesInBothLanguages() throws IOException {
        var file = write(TestReceipt.of(300, 137).bytes());
        var pinned = run("ledger", "proof", file, "--key", KEY);
        assertThat(pinned.exit).as(pinned.err).isZero();
        assertThat(pinned.out)
                .contains("回执证明成立", "is sound", "2023年上半年", "四川省 510000")
                .contains("报名地在单独划线地区 registered in a line area")
                .contains("2023-09-01 11:04:05 北京时间", "A-1", "道孚县 513326");
        assertThat(pinned.err).isEmpty();
        var unpinned = run("ledger", "proof", file);
        assertThat(unpinned.exit).isZero();
        assertThat(unpinned.err).contains("没有给出 --key", "No --key was given");
        var json = Json.parseObject(run("ledger", "proof", file, "--json", "--key", KEY).out);
        assertThat(json.text("verdict")).isEqualTo("sound");
        assertThat(json.object("declared").text("admissionNumber")).isEqualTo("A-1");
    }

    @Test
    void theCopyForOthersShowsNobody() throws IOException {
        var file = write(TestReceipt.of(9, 4).withoutDeclared().bytes());
        var shown = run("ledger", "proof", file, "--key", KEY);
        assertThat(shown.exit).isZero();
        assertThat(shown.out).contains("no declaration is enclosed").doesNotContain("A-1");
        assertThat(foreign(KEY)).isZero();
    }

    @Test
    void anotherKeyAnswersNoAndAChangedFileIsUnreadable() throws IOException {
        byte[] good = TestReceipt.of(9, 4).bytes();
        var file = write(good);
        var other = NoteSigner.log(TestReceipt.LOG.key().name(), seed(5)).key().text();
        var no = run("ledger", "proof", file, "--key", other);
        assertThat(no.exit).isEqualTo(1);
        assertThat(no.out).contains("NOT sound", "不成立", "✗").doesNotContain("A-1");
        good[10] ^= 1;
        assertThat(run("ledger", "proof", write(good)).exit).isEqualTo(2);
        assertThat(run("ledger", "proof", file, "--key", "x").exit).isEqualTo(2);
        assertThat(run("ledger", "proof", folder.resolve("none").toString()).exit).isEqualTo(2);
        assertThat(run("ledger", "proof").exit).isEqualTo(2);
    }

    @Test
    void aForeignProgramAgreesOnEverySoundProof() throws IOException {
        for (int size : new int[] {1, 2, 7, 256, 300}) {
            write(TestReceipt.of(size, size / 2).bytes());
            assertThat(foreign(KEY)).as("size %d", size).isZero();
            assertThat(foreign()).isZero();
        }
        var other = NoteSigner.log(TestReceipt.LOG.key().name(), seed(5)).key().text();
        assertThat(foreign(other)).isEqualTo(1);
    }

    @Test
    void aForeignProgramAcceptsNoChangedByteEither() throws IOException {
        long seed = 915;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] good = TestReceipt.of(30, 13).bytes();
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            write(bad);
            assertThat(foreign(KEY)).as("byte %d", at).isIn(1, 2);
        }
    }

    private String write(byte[] file) throws IOException {
        return Files.write(folder.resolve("receipt.json"), file).toString();
    }

    private int foreign(String... key) throws IOException {
        var line = new java.util.ArrayList<String>();
        line.addAll(List.of("python3", PROGRAM.toString()));
        line.add(folder.resolve("receipt.json").toString());
        line.addAll(List.of(key));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(said).isNotBlank().doesNotContain("Traceback");
        return process.exitValue();
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    private static Ran run(String... line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var before = System.out;
        var errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(line);
            return new Ran(
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }
}
