package cutscore.kernel.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Identity papers and names that belong to nobody, and look it: every name begins with 虚构
 * ("invented"), every identity number with 99, where no division is.
 */
final class InventedPerson {
    private static final List<String> GIVEN =
            List.of(
                    "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳",
                    "午", "未", "申", "酉", "戌", "亥", "角", "亢", "房", "心", "尾", "箕", "斗", "牛", "室", "璧");
    private static final List<String> LONG_GIVEN =
            List.of("扎西多吉", "卓玛央金", "木呷阿果", "阿依古丽", "买买提江", "格桑次仁");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1970, 1, 1);
    private static final int TEN_MILLION = 10_000_000;

    private InventedPerson() {}

    static String name(Dice dice, boolean inLineArea) {
        if (inLineArea && dice.chance(3000)) {
            return "虚构·" + dice.of(LONG_GIVEN);
        }
        return "虚构" + dice.of(GIVEN) + dice.of(GIVEN);
    }

    /**
     * Eighteen characters with a right check character (GB 11643), each row its own up to 120
     * million rows.
     */
    static String identityNumber(Dice dice, long row) {
        long within = row % TEN_MILLION;
        long day = 12L * dice.below(1000) + row / TEN_MILLION % 12;
        String body =
                "99"
                        + digits(within / 1000, 4)
                        + DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_BIRTHDAY.plusDays(day))
                        + digits(within % 1000, 3);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECKS.charAt(sum % 11);
    }

    static String digits(long number, int width) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
