package cutscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import cutscore.cli.ledger.LedgerCommand;
import cutscore.cli.ledger.TestLedger;
import cutscore.kernel.seal.Json;
import cutscore.kernel.seal.NoteSigner;
import cutscore.kernel.seal.SignedNote;
import cutscore.kernel.seal.VerifierKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LedgerCommandTests {
    private static final String KEY = TestLedger.LOG.key().text();

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) {}

    @Test
    void aSoundLedgerAnswersYes() {
        new TestLedger(folder, "test.happened").grow(700);
        var pinned = run("check", folder.toString(), "--key", KEY);
        assertThat(pinned.exit).isZero();
        assertThat(pinned.out).contains("存证完好", "size    700", KEY);
        assertThat(pinned.err).isEmpty();
        var unpinned = run("check", folder.toString());
        assertThat(unpinned.exit).isZero();
        assertThat(unpinned.err).contains("No --key was given");
    }

    @Test
    void anUnsoundLedgerAnswersNoAndNamesThePlace() throws Exception {
        new TestLedger(folder, "test.happened").grow(700);
        var tile = folder.resolve("tile/0/001");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[32 * 7 + 3] ^= 1;
        Files.write(tile, bytes);
        var text = run("check", folder.toString(), "--key", KEY);
        assertThat(text.exit).isEqualTo(1);
        assertThat(text.out).contains("NOT sound", "tile/0/001 #263");
        var json = Json.parseObject(run("check", folder.toString(), "--json").out);
        assertThat(json.text("verdict")).isEqualTo("unsound");
        var finding = (Json.Obj) json.array("findings").getFirst();
        assertThat(finding.text("file")).isEqualTo("tile/0/001");
        assertThat(finding.whole("index")).isEqualTo(263);
    }

    @Test
    void anotherKeyThanTheLogsAnswersNo() {
        new TestLedger(folder, "test.happened").grow(3);
        var other = NoteSigner.log(TestLedger.LOG.key().name(), seed(5)).key().text();
        assertThat(run("check", folder.toString(), "--key", other).exit).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadExitsWithTwo() {
        assertThat(Main.run("ledger", "check", folder.toString())).isEqualTo(2);
        assertThat(Main.run("ledger", "check", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(Main.run("ledger", "check", "http://127.0.0.1:1/ledger")).isEqualTo(2);
        assertThat(Main.run("ledger", "check", "http://")).isEqualTo(2);
        assertThat(Main.run("ledger", "check")).isEqualTo(2);
        new TestLedger(folder, "test.happened").grow(3);
        assertThat(Main.run("ledger", "check", folder.toString(), "--key", "a+b+c")).isEqualTo(2);
        assertThat(Main.run("ledger", "check", folder.toString(), "--key", KEY)).isZero();
    }

    @Test
    void aLedgerIsCheckedOverTheWeb() throws Exception {
        new TestLedger(folder, "test.happened").grow(600);
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server =
                SimpleFileServer.createFileServer(
                        any, folder.toRealPath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run("check", address, "--key", KEY).exit).isZero();
            Files.delete(folder.resolve("tile/entries/000"));
            var broken = run("check", address + "/", "--key", KEY);
            assertThat(broken.exit).isEqualTo(1);
            assertThat(broken.out).contains("tile/entries/000");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWitnessCosignsWhatContinuesAndRefusesTheRest() {
        var ledger = new TestLedger(folder.resolve("a"), "test.happened").grow(300);
        var first = witness(folder.resolve("a"), "--name", "witness.example/w1");
        assertThat(first.exit).as(first.err).isZero();
        var note = SignedNote.parse(first.out);
        var key = VerifierKey.parse(read(folder.resolve("w/key")));
        assertThat(note.cosignedAt(key)).isPresent();
        assertThat(note.isSignedBy(TestLedger.LOG.key())).isTrue();
        assertThat(witness(folder.resolve("a")).exit).isZero();
        ledger.grow(400);
        assertThat(witness(folder.resolve("a")).exit).isZero();

        new TestLedger(folder.resolve("smaller"), "test.happened").grow(500);
        var smaller = witness(folder.resolve("smaller"));
        assertThat(smaller.exit).isEqualTo(1);
        assertThat(smaller.out).isEmpty();
        new TestLedger(folder.resolve("other"), "test.rewritten").grow(900);
        assertThat(witness(folder.resolve("other")).err).contains("does not continue");
        assertThat(witness(folder.resolve("a"), "--name", "another").exit).isNotZero();
    }

    @Test
    void aCosignedCheckpointIsStillSoundAndNamesItsWitness() throws Exception {
        new TestLedger(folder, "test.happened").grow(300);
        var cosigned = witness(folder, "--name", "witness.example/w1");
        Files.writeString(folder.resolve("checkpoint"), cosigned.out);
        var checked = run("check", folder.toString(), "--key", KEY);
        assertThat(checked.exit).isZero();
        assertThat(checked.out).contains("witness.example/w1");
    }

    private Ran witness(Path place, String... more) {
        var arguments = new java.util.ArrayList<String>();
        arguments.addAll(java.util.List.of("witness", place.toString(), "--key", KEY));
        arguments.addAll(java.util.List.of("--folder", folder.resolve("w").toString()));
        arguments.addAll(java.util.List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(new LedgerCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }
}
