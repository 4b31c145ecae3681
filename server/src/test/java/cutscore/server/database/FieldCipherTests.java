package cutscore.server.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutscore.kernel.id.SeededEntropy;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fields sealed for their own row, by either cipher. */
class FieldCipherTests {
    private static final Keys KEYS = Keys.fromSeed(11);
    private static final HexFormat HEX = HexFormat.of();

    private static FieldCipher cipher(Gcm algorithm, int version) {
        var entropy = new SeededEntropy("cipher", 11);
        return FieldCiphers.of(KEYS, entropy, algorithm, version).forPurpose("contact");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSealedOpensInItsOwnRowOnly(Gcm algorithm) {
        var cipher = cipher(algorithm, 1);
        byte[] sealed = cipher.seal("虚构@example.org", "contact/1");
        assertThat(cipher.openText(sealed, "contact/1")).isEqualTo("虚构@example.org");
        assertThat(HEX.formatHex(sealed)).doesNotContain(HEX.formatHex("example".getBytes(UTF_8)));
        assertThatThrownBy(() -> cipher.open(sealed, "contact/2"))
                .isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.open(changed, "contact/1"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatOneCipherSealedOpensAfterTheHouseChangedToTheOther() {
        byte[] old = cipher(Gcm.AES, 1).seal("13900000000", "row");
        byte[] now = cipher(Gcm.SM4, 2).seal("13900000000", "row");
        assertThat(old[0]).isEqualTo((byte) 0x11);
        assertThat(now[0]).isEqualTo((byte) 0x22);
        assertThat(cipher(Gcm.SM4, 2).openText(old, "row")).isEqualTo("13900000000");
        assertThat(cipher(Gcm.AES, 1).openText(now, "row")).isEqualTo("13900000000");
    }

    @Test
    void anotherPurposeIsAnotherKey() {
        var entropy = new SeededEntropy("cipher", 11);
        var other = FieldCiphers.of(KEYS, entropy, Gcm.AES, 1).forPurpose("identity");
        byte[] sealed = cipher(Gcm.AES, 1).seal("x", "row");
        assertThatThrownBy(() -> other.open(sealed, "row"))
                .isInstanceOf(IllegalStateException.class);
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4GcmGivesThePublishedVector() {
        byte[] sealed =
                Gcm.SM4
                        .work()
                        .seal(
                                HEX.parseHex("0123456789abcdeffedcba9876543210"),
                                HEX.parseHex("00001234567800000000abcd"),
                                HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                                HEX.parseHex(
                                        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddd"
                                            + "ddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeea"
                                            + "aaaaaaaaaaaaaaa"));
        assertThat(HEX.formatHex(sealed))
                .isEqualTo(
                        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                                + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    @Test
    void noNonceComesTwice() {
        var work = cipher(Gcm.AES, 1).work();
        var seen = new HashSet<String>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(HEX.formatHex(work.seal(new byte[1], "row"), 1, 13));
        }
        assertThat(seen).hasSize(100_000);
    }
}
