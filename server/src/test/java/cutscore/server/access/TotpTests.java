package cutscore.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theVectorsOfTheStandard(long second, String code) {
        var at = Instant.ofEpochSecond(second);
        assertThat(Totp.code(SECRET, Totp.step(at), 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, Totp.step(at), 6)).isEqualTo(code.substring(2));
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void theSecretIsTypedInBase32(String text, String typed) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(typed);
    }

    @Test
    void oneStepBeforeAndAfterAreTakenAndNoOther() {
        var now = Instant.ofEpochSecond(1_800_000_015);
        for (long off = -3; off <= 3; off++) {
            long step = Totp.step(now) + off;
            var match = Totp.match(SECRET, Totp.code(SECRET, step, 6), now);
            if (Math.abs(off) <= 1) {
                assertThat(match).hasValue(step);
            } else {
                assertThat(match).isEmpty();
            }
        }
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
        assertThat(Totp.match(SECRET, "94287082", Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void theAddressNamesTheHouseAndTheOfficer() {
        assertThat(Totp.address(SECRET, "审核员 甲"))
                .startsWith("otpauth://totp/Cutscore:%E5%AE%A1")
                .contains("%20%E7%94%B2?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cutscore");
    }
}
