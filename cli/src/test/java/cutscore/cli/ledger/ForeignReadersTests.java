package cutscore.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.seal.SignedNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoint, read by programs of others that know nothing of us. */
class ForeignReadersTests {
    @TempDir Path folder;

    private byte[] text = new byte[0];
    private byte[] signature = new byte[0];
    private byte[] key = new byte[0];

    @BeforeEach
    void publish() throws Exception {
        new TestLedger(folder, "test.happened").grow(300);
        // By hand, as a stranger would: text, blank line, dash, name, Base 64 of 4 + 64 bytes.
        String file = Files.readString(folder.resolve("checkpoint"));
        int blank = file.indexOf("\n\n");
        text = file.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8);
        String line = file.substring(blank + 2).strip();
        byte[] blob = Base64.getDecoder().decode(line.split(" ")[2]);
        signature = Arrays.copyOfRange(blob, 4, blob.length);
        String vkey = Files.readString(folder.resolve("key")).strip();
        byte[] typed = Base64.getDecoder().decode(vkey.split("\\+", 3)[2]);
        key = Arrays.copyOfRange(typed, 1, typed.length);
        assertThat(SignedNote.parse(file).isSignedBy(TestLedger.LOG.key())).isTrue();
    }

    @Test
    void openSslVerifiesTheCheckpoint() throws Exception {
        assertThat(openSsl(text)).isZero();
        text[3] ^= 1;
        assertThat(openSsl(text)).isNotZero();
    }

    /** Debian's {@code openssl}, which the test command installs; Ed25519 from version 3 on. */
    private int openSsl(byte[] message) throws Exception {
        byte[] der = HexFormat.of().parseHex("302a300506032b6570032100" + hex(key));
        String pem = Base64.getEncoder().encodeToString(der);
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");
        Files.write(folder.resolve("text"), message);
        Files.write(folder.resolve("signature"), signature);
        var openSsl =
                new ProcessBuilder(
                                "openssl",
                                "pkeyutl",
                                "-verify",
                                "-pubin",
                                "-inkey",
                                "key.pem",
                                "-rawin",
                                "-in",
                                "text",
                                "-sigfile",
                                "signature")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        assertThat(openSsl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return openSsl.exitValue();
    }

    @Test
    void bouncyCastleVerifiesTheCheckpoint() {
        assertThat(bouncyCastle(text)).isTrue();
        text[3] ^= 1;
        assertThat(bouncyCastle(text)).isFalse();
    }

    private boolean bouncyCastle(byte[] message) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
