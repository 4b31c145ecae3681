package cutscore.kernel.circular;

import cutscore.kernel.circular.Dates.Moment;
import java.util.regex.Pattern;

/**
 * What the words around two moments say they are for. From 3 on they are a window for declaring or
 * claiming; an exam's days, a registration or a public notice stay below.
 */
final class WindowWords {
    static final int ENOUGH = 3;

    private static final Pattern FOR =
            Pattern.compile("申报|申领|补申|补领|受理|提交申请|申请|领取申请|(?:登录|登陆)[^。;,]{0,12}(?:提交|办理|上传)");
    private static final Pattern NOT_FOR =
            Pattern.compile(
                    "考试时间|考试日期|考试于|举行|开考|笔试|机考|缴费|准考证|公示|成绩公布|成绩查询|查询|制证|打印|审核|核验|复核|领取证书"
                            + "|证书领取|发放|邮寄|有效期|报名时间|报名于|报名");
    private static final Pattern NOT_AFTER =
            Pattern.compile("举行|核验|^(?:参加)?考试|参加考试|开考|公示|报名|缴费|审核|复核|公布|查询|打印|发放|领取证书|制证|邮寄");
    private static final Pattern TIME_HEADING =
            Pattern.compile(
                    "(?:^|\\s|[、.)])(?:办理|起止|截止|具体|网上|网络)?(?:时间|时限|期限|日期|窗口期|批次|什么时候|何时)[^\\s]{0,4}$");
    private static final Pattern CHECK_OF_MARKS = Pattern.compile("复[核查](?:的)?申请|报名申请|申请复[核查]");

    private WindowWords() {}

    /**
     * @param text the paragraph, perhaps with the next one; dates in digits
     */
    static int score(Placed placed, String text, Moment opens, Moment closes) {
        int from =
                Math.max(
                                text.lastIndexOf('。', opens.start()),
                                text.lastIndexOf('\n', opens.start()))
                        + 1;
        int to = end(text, closes.end());
        String clause = other(clauseBefore(text, from, opens.start()));
        int score = heading(placed.headings());
        if (FOR.matcher(other(text.substring(from, to))).find()) {
            score += 4;
        }
        int after = after(other(text.substring(closes.end(), to)));
        if (after > 0 || FOR.matcher(clause).find()) {
            score += 3;
        } else if (NOT_FOR.matcher(clause).find()) {
            score -= 9;
        }
        return score
                + (after < 0 ? -9 : 0)
                + (opens.hour() == null ? 0 : 1)
                + (closes.hour() == null && !closes.midnight() ? 0 : 1);
    }

    /** 复核申请 is no application for a certificate. */
    private static String other(String words) {
        return CHECK_OF_MARKS.matcher(words).replaceAll("复核");
    }

    private static int heading(String headings) {
        if (FOR.matcher(headings).find()) {
            return 3;
        }
        if (NOT_FOR.matcher(headings).find()) {
            return -4;
        }
        return TIME_HEADING.matcher(headings).find() ? 3 : 0;
    }

    /** What the words directly after it say: 1 declaring, -1 something else, 0 nothing. */
    private static int after(String text) {
        String near = text.split("[,;\\d\\n]", 2)[0];
        var yes = FOR.matcher(near);
        var no = NOT_AFTER.matcher(near);
        boolean declares = yes.find();
        boolean other = no.find() && no.start() < 12;
        if (declares && (!other || yes.start() < no.start())) {
            return 1;
        }
        return other ? -1 : 0;
    }

    private static int end(String text, int from) {
        int stop = text.indexOf('。', from);
        int line = text.indexOf('\n', from);
        int to = stop < 0 ? text.length() : stop;
        return line < 0 ? to : Math.min(to, line);
    }

    private static String clauseBefore(String text, int sentence, int start) {
        String before = text.substring(sentence, start);
        int cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
        return before.substring(cut + 1);
    }
}
