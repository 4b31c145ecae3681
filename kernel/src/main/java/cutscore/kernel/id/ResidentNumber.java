package cutscore.kernel.id;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The citizen identity number (公民身份号码) of a resident identity card: region, date of birth,
 * sequence, check character by ISO 7064 MOD 11-2. Fifteen digits are the form before 1999, without
 * century and check.
 *
 * <p>Numbers whose region begins with 99 belong to nobody: no division does. Invented examinees
 * have them, and nothing in them is held to the standard.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB 11643-1999</a>
 */
public final class ResidentNumber {
    /** What a roster calls the document that carries it. */
    public static final String DOCUMENT = "居民身份证";

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9Xx]");
    private static final Pattern OLD_FORM = Pattern.compile("[0-9]{15}");
    private static final String INVENTED = "99";
    private static final String CHECKS = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int EARLIEST = 1850;

    private ResidentNumber() {}

    /** What is wrong with a number; never shown with it. */
    public enum Flaw {
        /** Neither 18 nor 15 characters of the right kind. */
        FORM,
        /** No day of the calendar, or one that has not come. */
        BIRTH,
        /** Some character is wrong, or two are swapped. */
        CHECK
    }

    /**
     * What is wrong with it, if anything: every single wrong character and every swap of two
     * neighbours is found in 18 characters, none of the sequence in 15.
     *
     * @param on no birth lies after that day
     */
    public static Optional<Flaw> flaw(String number, LocalDate on) {
        if (number.startsWith(INVENTED)) {
            return Optional.empty();
        }
        if (OLD_FORM.matcher(number).matches()) {
            return isDay("19" + number.substring(6, 12), on)
                    ? Optional.empty()
                    : Optional.of(Flaw.BIRTH);
        }
        if (!FORM.matcher(number).matches()) {
            return Optional.of(Flaw.FORM);
        }
        if (check(number) != Character.toUpperCase(number.charAt(LENGTH - 1))) {
            return Optional.of(Flaw.CHECK);
        }
        return isDay(number.substring(6, 14), on) ? Optional.empty() : Optional.of(Flaw.BIRTH);
    }

    /**
     * One form for one number, however it was typed: full-width signs, spaces and a small x do not
     * matter, and fifteen digits become the eighteen that replaced them. Other documents' numbers
     * lose their spaces and small letters, no more.
     */
    public static String canonical(String typed) {
        String folded = isPlain(typed) ? typed : folded(typed);
        return folded.length() == OLD_LENGTH && isOldForm(folded) ? renewed(folded) : folded;
    }

    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String typed) {
        var out = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
            if (!Character.isWhitespace(half) && !Character.isSpaceChar(half)) {
                out.append(Character.toUpperCase(half));
            }
        }
        return out.toString();
    }

    private static boolean isOldForm(String number) {
        return OLD_FORM.matcher(number).matches()
                && isDay("19" + number.substring(6, 12), LocalDate.MAX);
    }

    private static String renewed(String old) {
        String body = old.substring(0, 6) + "19" + old.substring(6);
        return body + check(body);
    }

    /** The character that belongs after the first seventeen. */
    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static boolean isDay(String digits, LocalDate on) {
        int number = Integer.parseInt(digits);
        try {
            var day = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
            return day.getYear() >= EARLIEST && !day.isAfter(on);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
