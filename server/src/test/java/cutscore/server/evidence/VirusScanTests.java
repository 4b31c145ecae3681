package cutscore.server.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cutscore.server.evidence.VirusScan.Result;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner's protocol against a socket, and against a real clamd where it is installed. */
class VirusScanTests {
    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    @TempDir Path folder;

    @Test
    void withoutAScannerAFileIsNotScanned() {
        assertThat(new VirusScan("").scan(new byte[3])).isEqualTo(Result.NOT_SCANNED);
        assertThat(new VirusScan("unix:" + folder.resolve("none")).scan(new byte[3]))
                .isEqualTo(Result.NOT_SCANNED);
        assertThat(new VirusScan("nonsense").scan(new byte[3])).isEqualTo(Result.NOT_SCANNED);
    }

    @Test
    void theFileGoesInBlocksAndTheAnswerIsRead() throws IOException {
        assertThat(answered("stream: OK\0")).isEqualTo(Result.CLEAN);
        assertThat(answered("stream: Own.Test.UNOFFICIAL FOUND\0")).isEqualTo(Result.FOUND);
        assertThat(answered("INSTREAM size limit exceeded. ERROR\0")).isEqualTo(Result.NOT_SCANNED);
        assertThat(answered("")).isEqualTo(Result.NOT_SCANNED);
    }

    private static Result answered(String answer) throws IOException {
        byte[] file = Sample.photo(300, 200, 9);
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = CompletableFuture.supplyAsync(() -> heard(door, answer));
            var result = new VirusScan("127.0.0.1:" + door.getLocalPort()).scan(file);
            assertThat(heard.join()).isEqualTo(file);
            return result;
        }
    }

    private static byte[] heard(ServerSocket door, String answer) {
        try (var line = door.accept()) {
            var in = new DataInputStream(line.getInputStream());
            assertThat(new String(in.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
            var file = new java.io.ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                file.writeBytes(in.readNBytes(length));
            }
            line.getOutputStream().write(answer.getBytes(US_ASCII));
            return file.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A real daemon that knows one hand-made signature: the digest of one picture. */
    @Test
    void aRealDaemonFindsWhatItsSignatureNames()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Assumptions.assumeTrue(Files.isExecutable(CLAMD), "clamav-daemon is not installed");
        byte[] bad = Sample.photo(200, 100, 1);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bad));
        var base = Files.createDirectory(folder.resolve("base"));
        Files.writeString(
                base.resolve("own.hdb"), digest + ":" + bad.length + ":Own.Test.Picture\n");
        var socket = folder.resolve("clamd.ctl");
        var settings =
                Files.writeString(
                        folder.resolve("clamd.conf"),
                        "Foreground yes\nLocalSocket %s\nDatabaseDirectory %s\nUser %s\n"
                                .formatted(socket, base, System.getProperty("user.name")));
        var daemon =
                new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        try {
            for (int i = 0; i < 200 && !Files.exists(socket) && daemon.isAlive(); i++) {
                Thread.sleep(Duration.ofMillis(100));
            }
            assertThat(Files.exists(socket))
                    .as(Files.readString(folder.resolve("clamd.log")))
                    .isTrue();
            var scan = new VirusScan("unix:" + socket);
            assertThat(scan.scan(bad)).isEqualTo(Result.FOUND);
            assertThat(scan.scan(Sample.photo(200, 100, 2))).isEqualTo(Result.CLEAN);
        } finally {
            daemon.destroy();
        }
    }
}
