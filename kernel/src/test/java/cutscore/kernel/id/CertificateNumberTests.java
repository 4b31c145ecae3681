package cutscore.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CertificateNumberTests {
    private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Published examples of ISO 7064 MOD 37,36. */
    @Test
    void theCheckCharacterIsThatOfTheStandard() {
        assertThat(Mod3736.check("A12425GABC1234002")).isEqualTo('M');
        assertThat(Mod3736.holds("A12425GABC1234002M")).isTrue();
        assertThat(Mod3736.holds("A12425GABC1234003M")).isFalse();
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        long seed = 123;
        var entropy = new SeededEntropy("numbers", seed);
        for (int n = 0; n < 300; n++) {
            var number = CertificateNumber.draw(entropy);
            for (int at = 0; at < number.value().length(); at++) {
                for (int c = 0; c < ALL.length(); c++) {
                    char wrong = ALL.charAt(c);
                    var typed = new StringBuilder(number.value());
                    typed.setCharAt(at, wrong);
                    // O for 0 is mended, and then it is the same number; no other one is accepted.
                    assertThat(CertificateNumber.parse(typed.toString()).orElse(number))
                            .as("seed %d, %s", seed, typed)
                            .isEqualTo(number);
                    if ("O0I1L".indexOf(wrong) < 0 && wrong != number.value().charAt(at)) {
                        assertThat(CertificateNumber.parse(typed.toString())).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void swapsOfNeighboursAreFoundButForAFew() {
        var entropy = new SeededEntropy("swaps", 5);
        int swaps = 0;
        int missed = 0;
        for (int n = 0; n < 2000; n++) {
            var value = CertificateNumber.draw(entropy).value();
            for (int at = 2; at + 1 < value.length(); at++) {
                if (value.charAt(at) != value.charAt(at + 1)) {
                    var typed = new StringBuilder(value);
                    typed.setCharAt(at, value.charAt(at + 1));
                    typed.setCharAt(at + 1, value.charAt(at));
                    swaps++;
                    missed += CertificateNumber.parse(typed.toString()).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(missed * 500L).as("%d of %d swaps missed", missed, swaps).isLessThan(swaps);
    }

    @Test
    void whatPeopleTypeIsUnderstood() {
        var number = CertificateNumber.draw(new SeededEntropy("typed", 1));
        assertThat(CertificateNumber.parse(number.printed())).contains(number);
        var sloppy = "　" + number.printed().toLowerCase(java.util.Locale.ROOT).replace("-", " — ");
        assertThat(CertificateNumber.parse(sloppy)).contains(number);
        assertThat(CertificateNumber.parse(number.value().replace('0', 'O').replace('1', 'l')))
                .contains(number);
        assertThat(CertificateNumber.parse(fullWidth(number.value()))).contains(number);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (var text : new String[] {"", "HX", "51202300012345678", "x".repeat(5000), "HX\0"}) {
            assertThat(CertificateNumber.parse(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new CertificateNumber("HX123"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void packingKeepsTheNumber() {
        var entropy = new SeededEntropy("packed", 9);
        var seen = new HashSet<CertificateNumber>();
        for (int n = 0; n < 2000; n++) {
            var number = CertificateNumber.draw(entropy);
            assertThat(number.packed()).hasSize(13);
            assertThat(CertificateNumber.unpack(number.packed())).contains(number);
            assertThat(seen.add(number)).isTrue();
        }
        assertThat(CertificateNumber.unpack(new byte[12])).isEmpty();
    }

    private static String fullWidth(String text) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c - '!' + '！')));
        return out.toString();
    }
}
