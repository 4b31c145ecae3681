package cutscore.kernel.circular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and hours as circulars write them: 2023年8月22日9：00, 二〇二三年八月二十二日, 2023-08-22, 9月4日下午5时. */
final class Dates {
    private static final String DAY =
            "(?:(?:(?<y>20\\d{2})\\s*年\\s*|(?<next>次年|翌年)\\s*|同年\\s*|当年\\s*)?(?<m>\\d{1,2})\\s*月\\s*(?<d>\\d{1,2})\\s*[日号]"
                + "|(?<y2>20\\d{2})\\s*(?<sep>[-./])\\s*(?<m2>\\d{1,2})\\s*\\k<sep>\\s*(?<d2>\\d{1,2})(?!\\d)日?|(?<=至|到|-|~|至"
                + " )\\s*(?<d3>\\d{1,2})\\s*[日号])";
    private static final String HOUR =
            "(?:\\s*\\([^()]{1,8}\\))?\\s*(?<half>上午|下午|早上?|晚上?|中午|凌晨|傍晚|午夜)?\\s*"
                    + "(?<h>\\d{1,2})\\s*(?::\\s*(?<min>\\d{2})(?:\\s*:\\s*\\d{2})?"
                    + "|[时点]\\s*(?:(?<min2>\\d{1,2})\\s*分|(?<h30>半)|整)?)";
    private static final Pattern MOMENT = Pattern.compile(DAY + "(?:" + HOUR + ")?");
    private static final Pattern HAN_NUMBER =
            Pattern.compile("[〇零一二三四五六七八九十]{1,4}(?=\\s*[年月日号时点分])");

    private Dates() {}

    /**
     * One day, perhaps with an hour; year and month are null where they are left out.
     *
     * @param start where it begins in the text, {@code end} the place after it
     */
    record Moment(
            int start,
            int end,
            @Nullable Integer year,
            @Nullable Integer month,
            int day,
            @Nullable LocalTime hour,
            boolean midnight,
            boolean nextYear) {

        @Nullable LocalDate on(int thatYear, int thatMonth) {
            try {
                return LocalDate.of(
                        year == null ? thatYear : year, month == null ? thatMonth : month, day);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** Every moment of a folded text that went through {@link #arabic}. */
    static List<Moment> in(String text) {
        var out = new ArrayList<Moment>();
        var found = MOMENT.matcher(text);
        while (found.find()) {
            out.add(moment(found));
        }
        return out;
    }

    /** The date when the folded text is one and nothing more: the date of a signature. */
    static @Nullable LocalDate whole(String folded) {
        String text = arabic(folded).strip();
        if (text.length() > 24) {
            return null;
        }
        var found = MOMENT.matcher(text.replace(" ", ""));
        if (!found.matches()) {
            return null;
        }
        var moment = moment(found);
        return moment.year() == null ? null : moment.on(0, 0);
    }

    private static Moment moment(Matcher found) {
        Integer year = number(first(found, "y", "y2"));
        Integer month = number(first(found, "m", "m2"));
        String day = found.group("d3") == null ? first(found, "d", "d2") : found.group("d3");
        boolean midnight = isMidnight(found);
        return new Moment(
                found.start(),
                found.end(),
                year,
                month,
                day == null ? 0 : Integer.parseInt(day),
                midnight ? null : hour(found),
                midnight,
                found.group("next") != null);
    }

    /** 24:00, and 晚12点 too. */
    private static boolean isMidnight(Matcher found) {
        String half = found.group("half");
        boolean night = half != null && (half.startsWith("晚") || half.equals("午夜"));
        return "24".equals(found.group("h")) || (night && "12".equals(found.group("h")));
    }

    private static @Nullable LocalTime hour(Matcher found) {
        String text = found.group("h");
        if (text == null) {
            return null;
        }
        int hour = Integer.parseInt(text);
        String half = found.group("half");
        boolean late =
                half != null && (half.startsWith("下") || half.startsWith("晚") || half.equals("傍晚"));
        if (hour < 12 && late) {
            hour += 12;
        } else if (hour == 12 && "凌晨".equals(half)) {
            hour = 0;
        }
        String minute = first(found, "min", "min2");
        int past = minute == null ? 0 : Integer.parseInt(minute);
        if (found.group("h30") != null) {
            past = 30;
        }
        return hour < 24 && past < 60 ? LocalTime.of(hour, past) : null;
    }

    private static @Nullable String first(Matcher found, String one, String other) {
        String text = found.group(one);
        return text == null ? found.group(other) : text;
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** Chinese numerals before 年月日时分 as digits: 二〇二三年八月二十二日 becomes 2023年8月22日. */
    static String arabic(String folded) {
        return HAN_NUMBER.matcher(folded).replaceAll(m -> digits(m.group()));
    }

    private static String digits(String han) {
        if (han.length() == 4 && han.indexOf('十') < 0) {
            var out = new StringBuilder();
            han.chars().forEach(c -> out.append(one((char) c)));
            return out.toString();
        }
        int ten = han.indexOf('十');
        if (ten < 0) {
            return Integer.toString(one(han.charAt(han.length() - 1)));
        }
        int tens = ten == 0 ? 1 : one(han.charAt(ten - 1));
        int units = ten + 1 < han.length() ? one(han.charAt(ten + 1)) : 0;
        return Integer.toString(tens * 10 + units);
    }

    private static int one(char han) {
        return Math.max(0, "〇一二三四五六七八九".indexOf(han == '零' ? '〇' : han));
    }
}
