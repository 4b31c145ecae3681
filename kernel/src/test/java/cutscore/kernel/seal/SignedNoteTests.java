package cutscore.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTests {
    /** RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature. */
    private static final List<List<String>> RFC_8032 =
            List.of(
                    List.of(
                            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                            "",
                            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88"
                                + "21590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
                    List.of(
                            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                            "72",
                            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac"
                                + "1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
                    List.of(
                            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                            "af82",
                            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9"
                                + "b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));

    private static final NoteSigner LOG = NoteSigner.log("cutscore.local/ledger", seed(1));
    private static final NoteSigner WITNESS = NoteSigner.witness("witness.example/w1", seed(2));

    @Test
    void theVectorsOfRfc8032AreReproduced() {
        for (var vector : RFC_8032) {
            var pair = Ed25519.pair(hex(vector.get(0)));
            assertThat(Ed25519.raw(pair.getPublic())).isEqualTo(hex(vector.get(1)));
            byte[] signature = Ed25519.sign(pair.getPrivate(), hex(vector.get(2)));
            assertThat(signature).isEqualTo(hex(vector.get(3)));
            assertThat(Ed25519.verifies(hex(vector.get(1)), hex(vector.get(2)), signature))
                    .isTrue();
        }
    }

    @Test
    void aKeyPublishedByOthersIsReadAndItsNoteVerifies() {
        // The key and the note of golang.org/x/mod/sumdb/note's documentation.
        var key =
                VerifierKey.parse(
                        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note =
                SignedNote.parse(
                        "If you think cryptography is the answer to your problem,\n"
                            + "then you don't know what your problem is.\n\n"
                            + "— PeterNeumann"
                            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(key.text()).startsWith("PeterNeumann+c74f20a3+");
    }

    @Test
    void aNoteReadsBackToTheSameFileAndAllItsSignaturesHold() {
        var note = WITNESS.cosign(LOG.sign("a\n\nb\n"), Instant.ofEpochSecond(1_679_315_147));
        var again = SignedNote.parse(note.file());
        assertThat(again).isEqualTo(note);
        assertThat(again.isSignedBy(LOG.key())).isTrue();
        assertThat(again.cosignedAt(WITNESS.key())).contains(Instant.ofEpochSecond(1_679_315_147));
    }

    @Test
    void linesOfUnknownKeysAreIgnoredAndKept() {
        var stranger = NoteSigner.log("stranger.example", seed(9));
        var file = LOG.sign("text\n").file();
        String more = stranger.sign("another text\n").file();
        var note = SignedNote.parse(file + more.substring(more.indexOf('—')));
        assertThat(note.isSignedBy(LOG.key())).isTrue();
        assertThat(note.isSignedBy(stranger.key())).isFalse();
        assertThat(note.signatures()).hasSize(2);
    }

    @Test
    void aWrongSignatureOfAKnownKeySpoilsTheNote() {
        var good = LOG.sign("text\n").file();
        var wrong = LOG.sign("other\n").file();
        var both = SignedNote.parse(good + wrong.substring(wrong.indexOf('—')));
        assertThat(both.isSignedBy(LOG.key())).isFalse();
    }

    @Test
    void aWitnessSignsTheTimeToo() {
        var note = WITNESS.cosign(LOG.sign("text\n"), Instant.ofEpochSecond(1_700_000_000));
        byte[] blob = StrictBase64.bytes(note.signatures().get(1).base64()).orElseThrow();
        blob[4 + 7] ^= 1;
        var line = new SignedNote.Line(WITNESS.key().name(), StrictBase64.text(blob));
        var later = new SignedNote("text\n", List.of(note.signatures().get(0), line));
        assertThat(later.cosignedAt(WITNESS.key())).isEmpty();
        assertThat(later.isSignedBy(LOG.key())).isTrue();
    }

    @Test
    void everySingleFlippedBitOfAnOwnNoteIsSeen() {
        byte[] file =
                LOG.sign("cutscore.local/ledger\n0\nAAAA\n")
                        .file()
                        .getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(isSound(flipped)).as("bit %d", bit).isFalse();
        }
        assertThat(isSound(file)).isTrue();
    }

    private static boolean isSound(byte[] file) {
        try {
            return SignedNote.parse(new String(file, StandardCharsets.UTF_8)).isSignedBy(LOG.key());
        } catch (Unreadable e) {
            return false;
        }
    }

    @Test
    void whatIsNoNoteIsUnreadable() {
        for (String text :
                List.of(
                        "",
                        "\n",
                        "text\n",
                        "text\n\n",
                        "text\n\n— a\n",
                        "text\n\n— a b\n",
                        "text\n\n- a AAAAAAAA\n",
                        "text\n\n— a AAAA\n",
                        "text\n\n— a AAAAAAA\n",
                        "text\r\n\n— a AAAAAAAA\n",
                        "text\n\n— a AAAAAAAA",
                        "text\n\n— a+b AAAAAAAA\n")) {
            assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Unreadable.class);
        }
        assertThat(SignedNote.parse("text\n\n— a AAAAAAAA\n").signatures()).hasSize(1);
    }

    @Test
    void whatIsNoKeyIsUnreadable() {
        String good = LOG.key().text();
        assertThat(VerifierKey.parse(good + "\n")).isEqualTo(LOG.key());
        assertThat(VerifierKey.parse(WITNESS.key().text())).isEqualTo(WITNESS.key());
        for (String text :
                List.of(
                        "",
                        "a+b",
                        good.substring(1),
                        good.substring(0, good.length() - 1),
                        good.replace("+A", "+B"),
                        "a b+00000000+AAAA")) {
            assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aKeyDoesOnlyWhatItIsFor() {
        assertThatThrownBy(() -> WITNESS.sign("text\n")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LOG.cosign(LOG.sign("text\n"), Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> NoteSigner.log("a", new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
