package cutscore.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import cutscore.kernel.id.ResidentNumber.Flaw;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** GB 11643: what the check character finds, and one form for one number. */
class ResidentNumberTests {
    private static final LocalDate ON = LocalDate.of(2026, 5, 23);

    private static final int[] PROVINCES = {
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
        52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83
    };

    /** The example of the standard. */
    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void everyWrongCharacterAndEverySwapOfNeighboursIsFound() {
        long seed = System.nanoTime();
        System.out.println("identity numbers: seed " + seed);
        var random = new Random(seed);
        long errors = 0;
        for (int i = 0; i < 2_000; i++) {
            String right = drawn(random);
            assertThat(ResidentNumber.flaw(right, ON)).isEmpty();
            errors += wrong(right) + swapped(right);
        }
        assertThat(errors).isGreaterThan(300_000);
    }

    private static long wrong(String right) {
        long tried = 0;
        for (int at = 0; at < right.length(); at++) {
            for (char sign : "0123456789X".toCharArray()) {
                if (sign != right.charAt(at)) {
                    var other = new StringBuilder(right);
                    other.setCharAt(at, sign);
                    mustBeFound(other.toString());
                    tried++;
                }
            }
        }
        return tried;
    }

    private static long swapped(String right) {
        long tried = 0;
        for (int at = 0; at + 1 < right.length(); at++) {
            if (right.charAt(at) != right.charAt(at + 1)) {
                var other = new StringBuilder(right);
                other.setCharAt(at, right.charAt(at + 1));
                other.setCharAt(at + 1, right.charAt(at));
                mustBeFound(other.toString());
                tried++;
            }
        }
        return tried;
    }

    private static void mustBeFound(String number) {
        if (ResidentNumber.flaw(number, ON).isEmpty()) {
            throw new AssertionError("not found: " + number);
        }
    }

    /** Right by a sum of our own, so that one error is not made twice. */
    private static String drawn(Random random) {
        var day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        String body =
                PROVINCES[random.nextInt(PROVINCES.length)]
                        + "0102"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                        + String.format("%03d", random.nextInt(1_000));
        for (char check : "0123456789X".toCharArray()) {
            int remainder = 0;
            for (char sign : (body + check).toCharArray()) {
                remainder = (remainder * 2 + (sign == 'X' ? 10 : sign - '0')) % 11;
            }
            if (remainder == 1) {
                return body + check;
            }
        }
        throw new AssertionError("no check character fits");
    }

    @Test
    void datesLengthsAndTheFormOfOld() {
        assertThat(ResidentNumber.flaw(EXAMPLE, ON)).isEmpty();
        assertThat(ResidentNumber.flaw(EXAMPLE.toLowerCase(java.util.Locale.ROOT), ON)).isEmpty();
        assertThat(ResidentNumber.flaw(EXAMPLE, LocalDate.of(1949, 12, 30))).contains(Flaw.BIRTH);
        assertThat(ResidentNumber.flaw("110105194912310", ON)).contains(Flaw.BIRTH);
        assertThat(ResidentNumber.flaw("110105491231002", ON)).isEmpty();
        assertThat(ResidentNumber.flaw("1101051949123100", ON)).contains(Flaw.FORM);
        assertThat(ResidentNumber.flaw("X10105194912310021", ON)).contains(Flaw.FORM);
        assertThat(ResidentNumber.flaw("990101199001011234", ON)).isEmpty();
    }

    @Test
    void oneNumberHasOneForm() {
        for (String typed :
                new String[] {
                    EXAMPLE,
                    "11010519491231002x",
                    " 110105 19491231 002X ",
                    "１１０１０５１９４９１２３１００２ｘ",
                    "110105491231002"
                }) {
            assertThat(ResidentNumber.canonical(typed)).isEqualTo(EXAMPLE);
        }
        assertThat(ResidentNumber.canonical("h123456(7)")).isEqualTo("H123456(7)");
        assertThat(ResidentNumber.canonical("123456789999999")).isEqualTo("123456789999999");
    }
}
